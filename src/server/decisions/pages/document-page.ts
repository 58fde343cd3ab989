import { type DecisionDocument, keptAsItWas } from '../../../core/decisions/document.ts'
import { documentInWords } from '../../../core/decisions/document-table.ts'
import { clockTimeOf, dayOf } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { DocumentShown } from '../queries/documents.ts'
import { documentRows } from './document-rows.ts'

const files = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const

const downloads = ({ id }: DocumentShown): Html =>
  html`<p class="govuk-body plumbline-no-print">Download: ${files.map(
    ([ending, name], index) =>
      html`${index > 0 && ', '}<a class="govuk-link" href="/documents/${id}/document.${ending}">${name}</a>`,
  )}</p>`

const paragraphs = (text: string): readonly Html[] =>
  text
    .split(/\r?\n(?:\r?\n)+/)
    .filter((each) => each.trim() !== '')
    .map((each) => html`<p class="govuk-body">${each}</p>`)

const attendance = ({ attendance: teams, others }: DecisionDocument): Html | false =>
  (teams.some(({ people }) => people.length > 0) || others !== null) &&
  html`<h2 class="govuk-heading-m">Who was there</h2>
${summaryList({
  rows: [
    ...teams.map(({ team, people }) => ({
      key: { text: team },
      value: { text: people.length > 0 ? listed(people) : 'Nobody' },
    })),
    others !== null && { key: { text: 'Others' }, value: { text: others } },
  ],
})}`

const madeOf = ({ content, sha256 }: DocumentShown): Html => {
  const { policy, endedAt } = content
  return html`<h2 class="govuk-heading-m">About this document</h2>
<p class="govuk-body">Kept on ${dayInWords(dayOf(endedAt))} at ${clockTimeOf(endedAt)}, as it was known then. ${keptAsItWas(content)} By <a class="govuk-link" href="/policy?version=${policy.sha256}">${policy.name}</a> (${policy.pack}, version ${policy.version}).</p>
<p class="govuk-body-s plumbline-digest">Digest (SHA-256): ${sha256}</p>`
}

/** A session's document as a page, which prints as it is. */
export const documentPage = (document: DocumentShown, mayExport: boolean): Html => {
  const { content } = document
  return html`${pageHeading({ text: document.title, caption: content.council })}
<p class="govuk-body-l">${documentInWords(content)}</p>
${content.reason !== null && html`<p class="govuk-body">Called because: ${content.reason}</p>`}
${mayExport && downloads(document)}
${attendance(content)}
${content.minutes !== null && html`<h2 class="govuk-heading-m">Minutes</h2>${paragraphs(content.minutes)}`}
${documentRows(content.rows, 'sent-back', 'Sent back to the next session')}
${documentRows(content.rows, 'confirmed', 'Confirmed')}
${documentRows(content.rows, 'decided', 'Decided')}
${documentRows(content.rows, 'left', 'Not decided')}
${madeOf(document)}`
}
