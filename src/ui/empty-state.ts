import { type Content, type Html, html } from './html.ts'

/** Options of an empty state: what there is none of, why, and what to do next. */
export type EmptyStateOptions = {
  readonly title: string
  readonly text?: Content
  readonly action?: { readonly text: string; readonly href: string } | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
}

/** Stands where a list would be: never a blank, always a next step. */
export const emptyState = ({ title, text, action, headingLevel = 2 }: EmptyStateOptions): Html =>
  html`<div class="plumbline-empty-state">
<h${headingLevel} class="govuk-heading-s">${title}</h${headingLevel}>
${text !== undefined && html`<p class="govuk-body">${text}</p>`}
${action && html`<p class="govuk-body"><a class="govuk-link" href="${action.href}">${action.text}</a></p>`}
</div>`
