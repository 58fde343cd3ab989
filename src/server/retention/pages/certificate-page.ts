import { type Day, dayOf, type Instant } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { Certificate } from '../../../core/retention/certificate.ts'
import { periodInWords } from '../../../core/retention/due.ts'
import { isRecordKind, recordKinds } from '../../../core/retention/record-kinds.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'

const nameOf = (kind: string): string => (isRecordKind(kind) ? recordKinds[kind].name : kind)

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

/** A certificate of disposal: what, how many, by which rule, who approved it and when. */
export const certificatePage = (certificate: Certificate, digest: string): Html => html`${pageHeading({
  text: 'Certificate of disposal',
  caption: dayInWords(dayOf(certificate.at as Instant)),
})}
${summaryList({
  rows: [
    row('Number', certificate.certificate),
    row('Approved by', certificate.approvedBy),
    row('Policy', `${certificate.policy.pack}, version ${certificate.policy.version}`),
    ...Object.entries(certificate.erased).map(([kind, number]) =>
      row(nameOf(kind), counted(number, 'record erased', 'records erased')),
    ),
    row('Digest (SHA-256)', digest),
  ],
})}
<p class="govuk-body">The digest also stands in the audit trail, so that nobody can change this certificate unseen. <a class="govuk-link" href="/retention/certificates/${certificate.certificate}/document.json">The certificate as JSON</a>.</p>
${scrollRegion({
  label: 'What was disposed of',
  content: table({
    head: ['What', 'Kind', 'Closed', 'Kept until', 'Rule'].map((text) => ({ text })),
    rows: certificate.items.map((item) => [
      { text: item.label },
      { text: nameOf(item.kind) },
      { text: dayInWords(item.closedOn as Day) },
      { text: dayInWords(item.keptUntil as Day) },
      { text: `Kept for ${periodInWords(item.period)}. ${item.basis}` },
    ]),
    firstCellIsHeader: true,
  }),
})}`
