import { allows } from '../../../core/people/roles.ts'
import { type Content, html } from '../../../ui/html.ts'
import type { Signed } from './signed.ts'

/** Which record's history a page leads to. */
export type HistoryOf = { readonly kind: string; readonly id: string }

/** Leads to the history of the record that a page shows, for those who may see it. */
export const historyLink = (signed: Signed | null, of: HistoryOf | undefined): Content =>
  of !== undefined &&
  signed !== null &&
  allows(signed.roles, 'history.see') &&
  html`<p class="govuk-body govuk-!-margin-top-6"><a class="govuk-link" href="/history/${of.kind}/${of.id}">History: who did what, and when</a></p>`
