import { clockTimeOf, dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { RaisedConcern } from '../queries/raised.ts'

const rowOf = (concern: RaisedConcern) => [
  {
    html: html`<a class="govuk-link" href="/intelligence/raised/${concern.id}">${concern.reference}</a>`,
  },
  { text: concern.serviceName },
  { text: `${dayInWords(dayOf(concern.at))}, ${clockTimeOf(concern.at)}` },
  {
    html: concern.immediateRisk ? statusTag({ text: 'Somebody at risk', colour: 'red' }) : html`No risk said`,
  },
  { html: statusTag({ text: 'Email not confirmed', colour: 'amber', outlined: true }) },
]

/** Concerns of people without an account whose email nobody confirmed. They are no intelligence, and not lost. */
export const raisedListPage = (concerns: readonly RaisedConcern[]): Html => html`${pageHeading({
  text: 'Concerns to look at',
})}
<p class="govuk-body">These came by the form without an account, and whoever sent them has not confirmed their email. They count in no rating. Take one in if you can vouch for it, say after a call, or set it aside.</p>
${
  concerns.length === 0
    ? emptyState({
        title: 'Nothing to look at',
        text: 'Concerns whose email was confirmed are among the intelligence of their service.',
        headingLevel: 2,
      })
    : html`<p class="govuk-body">${counted(concerns.length, 'concern', 'concerns')}, those with a risk first</p>
${scrollRegion({
  label: 'Concerns to look at',
  content: table({
    head: ['Reference', 'Service', 'Sent', 'Risk', 'Email'].map((text) => ({ text })),
    rows: concerns.map(rowOf),
    firstCellIsHeader: true,
  }),
})}`
}`
