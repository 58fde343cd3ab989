import { type Content, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { PageParts } from '../frame.ts'
import type { Refusal } from '../refusals.ts'

/** A page that says no: what is wrong, what to do next, and the way back. */
export const refusalPage = ({ says, next }: Refusal, back?: Content): PageParts => ({
  title: says,
  body: html`${pageHeading({ text: says })}<p class="govuk-body">${next}</p>${back}`,
})

/** The way back to a visit. */
export const backToVisit = (visit: string): Content =>
  html`<p class="govuk-body"><a class="govuk-link" href="/visits/${visit}">Back to the visit</a></p>`
