import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { recordKinds } from '../../../core/retention/record-kinds.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { Proposed, StandingHold, StoredCertificate } from '../queries.ts'

export type RetentionPage = {
  readonly proposed: readonly Proposed[]
  readonly holds: readonly StandingHold[]
  readonly certificates: readonly StoredCertificate[]
  readonly errors: readonly FieldError[]
}

const item = ({ item: id, kind, label, closedOn, dueOn, records }: Proposed) => ({
  value: id,
  text: label,
  hint: {
    html: html`${recordKinds[kind].name}, ${counted(records, 'record', 'records')}. Closed on ${dayInWords(closedOn)}, due since ${dayInWords(dueOn)}. <a class="govuk-link" href="/retention/hold/${id}">Place a legal hold<span class="govuk-visually-hidden"> on ${label}</span></a>`,
  },
})

const proposals = ({ proposed, errors }: RetentionPage): Html =>
  proposed.length === 0
    ? emptyState({
        title: 'Nothing is proposed',
        text: 'Once a week Plumbline lists what has been kept for as long as the policy says. Nothing is erased until a person approves it.',
        action: { text: 'How long records are kept', href: '/policy#retention' },
      })
    : html`<form method="post" action="/retention/dispose" novalidate>
${checkboxes({
  name: 'item',
  idPrefix: 'item',
  fieldset: {
    legend: { text: 'What shall be disposed of?', classes: 'govuk-fieldset__legend--m' },
  },
  hint: {
    text: 'Each has been kept for as long as the policy says. You are asked once more before anything is erased.',
  },
  items: proposed.map(item),
  errorMessage: errorOf(errors, 'item'),
})}
<div class="govuk-button-group">
${button({ text: 'Dispose of what is ticked' })}
${button({ text: `Dispose of all ${proposed.length}`, name: 'all', value: 'yes', classes: 'govuk-button--secondary' })}
</div>
</form>`

const holdTable = (holds: readonly StandingHold[]): Html =>
  scrollRegion({
    label: 'Legal holds',
    content: table({
      head: ['What', 'Reason', 'Since', 'End it'].map((text) => ({ text })),
      rows: holds.map(({ hold, label, reason, at }) => [
        { text: label },
        { text: reason },
        { text: dayInWords(dayOf(at)) },
        {
          html: html`<form method="post" action="/retention/holds/${hold}/end">${button({ text: 'End the hold', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
        },
      ]),
      firstCellIsHeader: true,
    }),
  })

/** What is proposed for disposal, what is held, and what was disposed of (X11). */
export const retentionPage = (given: RetentionPage): Html => html`${pageHeading({ text: 'Retention' })}
<h2 class="govuk-heading-m">Proposed for disposal</h2>
${proposals(given)}
<h2 class="govuk-heading-m">Legal holds</h2>
${given.holds.length === 0 ? html`<p class="govuk-body">No legal hold stands.</p>` : holdTable(given.holds)}
<h2 class="govuk-heading-m">Certificates of disposal</h2>
${
  given.certificates.length === 0
    ? html`<p class="govuk-body">Nothing was disposed of yet.</p>`
    : html`<ul class="govuk-list">${given.certificates.map(({ id, at }) => html`<li><a class="govuk-link" href="/retention/certificates/${id}">Certificate of ${dayInWords(dayOf(at))}</a> (${id.slice(0, 8)})</li>`)}</ul>`
}`
