import type { FieldError } from '../../../core/kit/field-error.ts'
import { counted, numberInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { type StatusColour, statusTag } from '../../../ui/status-tag.ts'
import type { SentIntelligence } from '../queries/files.ts'
import type { Report, ShownRow } from './report.ts'
import { addressOfSource, importPath } from './start-page.ts'

const tags: Readonly<
  Record<ShownRow['what'], { readonly colour: StatusColour; readonly before: string; readonly after: string }>
> = {
  wrong: { colour: 'red', before: 'To mend', after: 'Not taken in' },
  changed: { colour: 'blue', before: 'Changes', after: 'Changed' },
  new: { colour: 'green', before: 'New', after: 'Added' },
  duplicate: { colour: 'grey', before: 'Twice in the file', after: 'Twice in the file' },
  same: { colour: 'grey', before: 'Here already', after: 'Was here already' },
}

const rowsTable = ({ shown, rows }: Report, done: boolean): Html => html`${scrollRegion({
  label: 'Rows of the file',
  content: table({
    head: ['Row', done ? 'What came of it' : 'What it would do', 'Reference', 'Service', 'Notes'].map(
      (text) => ({ text }),
    ),
    rows: shown.map(({ row, what, reference, service, notes }) => [
      { text: numberInWords(row) },
      {
        html: statusTag({
          text: done ? tags[what].after : tags[what].before,
          colour: tags[what].colour,
          outlined: !done,
        }),
      },
      { text: reference || 'None' },
      { text: service ?? '' },
      {
        html:
          notes.length === 0
            ? html``
            : html`<ul class="govuk-list govuk-list--bullet govuk-!-margin-0">${notes.map((note) => html`<li>${note}</li>`)}</ul>`,
      },
    ]),
    firstCellIsHeader: true,
  }),
})}
${rows > shown.length && html`<p class="govuk-body">${numberInWords(shown.length)} of ${numberInWords(rows)} rows are shown: those to mend and those that change something first.</p>`}`

const say = (number: number, text: string): Html =>
  html`<li><strong>${numberInWords(number)}</strong> ${text}</li>`

const countsOf = ({ counts, taken }: Report): Html => {
  const left = taken === false ? ', and left out, because you chose all or nothing' : ''
  const would = taken === null
  return html`<ul class="govuk-list govuk-list--bullet">
${say(counts.new, would ? 'would be added' : `new${left}`)}
${say(counts.changed, would ? 'would be changed' : `changed${left}`)}
${say(counts.same, 'here already, as they are')}
${say(counts.duplicate, 'twice in the file, with the same words')}
${say(counts.wrong, would ? 'to mend before they can be taken in' : 'not taken in')}
</ul>`
}

const mendLink = (id: string, { counts, wrong }: Report): Html | false =>
  counts.wrong > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="${importPath}/${id}/to-mend.csv">Download the ${counted(wrong.length, 'row', 'rows')} to mend</a>, each with what to mend. Correct them and send that file: what is here already stays as it is.${counts.wrong > wrong.length && ' There are more: something is wrong with the file or its columns as a whole.'}</p>`

const keepForm = (file: SentIntelligence, report: Report, errors: readonly FieldError[]): Html => {
  const some = report.counts.new + report.counts.changed
  const again = html`<a class="govuk-link" href="${importPath}/${file.id}/columns">Change the columns</a>
<a class="govuk-link" href="${addressOfSource(file.source)}">Send another file</a>`
  if (some === 0)
    return html`<p class="govuk-body"><strong>There is nothing to take in.</strong></p><div class="govuk-button-group">${again}</div>`
  const wrong = report.counts.wrong > 0
  return html`<form method="post" action="${importPath}/${file.id}" novalidate>
${
  wrong &&
  radios({
    name: 'keep',
    idPrefix: 'keep',
    fieldset: { legend: { text: 'What shall be taken in?', classes: 'govuk-fieldset__legend--m' } },
    items: [
      { value: 'good', text: 'The good rows', hint: { text: 'Mend the others, and send them later.' } },
      {
        value: 'all',
        text: 'None, unless all are good',
        hint: { text: 'Mend the file, and send it again as a whole.' },
      },
    ],
    errorMessage: errorOf(errors, 'keep'),
  })
}
<div class="govuk-button-group">
${button({ text: wrong ? 'Continue' : `Take in ${counted(some, 'row', 'rows')}`, preventDoubleClick: true })}
${again}
</div>
</form>`
}

const running = ({ id, progress, stage }: SentIntelligence, still: boolean): Html => {
  const far = progress === null ? 'It waits for its turn.' : `${numberInWords(progress)} rows read so far.`
  return html`${insetText({ text: far })}
<p class="govuk-body">You can leave this page. ${stage === 'judging' ? 'Nothing is taken in before you say so.' : 'It goes on, and this address will show what came of it.'}</p>
<p class="govuk-body">${
    still
      ? html`<a class="govuk-link" href="${importPath}/${id}?still=yes">Show how far it is now</a>`
      : html`This page shows itself anew until it is done. <a class="govuk-link" href="${importPath}/${id}?still=yes">Keep it still</a>`
  }</p>`
}

const refused = ({ problem, source }: SentIntelligence): Html | false =>
  problem !== null &&
  html`${warningText({ text: problem.says, iconFallbackText: 'Problem' })}
<p class="govuk-body">${problem.next} Nothing was taken in.</p>
<p class="govuk-body"><a class="govuk-link" href="${addressOfSource(source)}">Send a file again</a></p>`

/** What the page of a file is called. */
export const fileTitle = ({ stage, problem }: SentIntelligence): string => {
  if (problem !== null) return 'The file was refused'
  if (stage === 'judging') return 'The file is being read'
  if (stage === 'taking') return 'The file is being taken in'
  return stage === 'done' ? 'What came of the file' : 'What the file would do'
}

/** A file: how far it is, what it would do, and what came of it. It stays at its address. */
export const filePage = (file: SentIntelligence, still: boolean, errors: readonly FieldError[]): Html => {
  const { id, report, stage, source } = file
  const waits = stage === 'judging' || stage === 'taking'
  return html`${pageHeading({ text: fileTitle(file), caption: `${source}: ${file.file}` })}
${waits && running(file, still)}
${refused(file)}
${
  !waits &&
  report !== null &&
  html`${stage === 'judged' && html`<p class="govuk-body">${counted(report.rows, 'row', 'rows')}. Nothing is taken in yet.</p>`}
${countsOf(report)}
${mendLink(id, report)}
${stage === 'judged' && keepForm(file, report, errors)}
${stage === 'done' && html`<p class="govuk-body"><a class="govuk-link" href="${addressOfSource(source)}">Send another file</a></p>`}
${rowsTable(report, stage === 'done')}`
}`
}
