import type { FieldError } from '../../../core/kit/field-error.ts'
import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { radios } from '../../../ui/components/radios.ts'
import { table } from '../../../ui/components/table.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { type StatusColour, statusTag } from '../../../ui/status-tag.ts'
import type { FileReport, RowReport } from '../commands/take-rows.ts'

type What = RowReport['what']

const tags: Readonly<
  Record<What, { readonly colour: StatusColour; readonly before: string; readonly after: string }>
> = {
  rejected: { colour: 'red', before: 'To mend', after: 'Not taken in' },
  'left out': { colour: 'amber', before: 'Left out', after: 'Left out' },
  changed: { colour: 'blue', before: 'Changes', after: 'Changed' },
  added: { colour: 'green', before: 'Adds', after: 'Added' },
  unchanged: { colour: 'grey', before: 'As it is', after: 'As it was' },
}

/** What needs somebody's eye first: rows to mend, then what changes. */
const order: readonly What[] = ['rejected', 'left out', 'changed', 'added', 'unchanged']

const mostShown = 200

const rowOf = (row: RowReport, done: boolean) => {
  const tag = tags[row.what]
  return [
    { text: String(row.row) },
    { html: statusTag({ text: done ? tag.after : tag.before, colour: tag.colour, outlined: !done }) },
    { text: row.reference || 'None' },
    { text: row.service ?? '' },
    {
      html:
        row.notes.length === 0
          ? html``
          : html`<ul class="govuk-list govuk-list--bullet govuk-!-margin-0">${row.notes.map((note) => html`<li>${note}</li>`)}</ul>`,
    },
  ]
}

const rowsTable = ({ report }: FileReport, done: boolean): Html => {
  const sorted = report.toSorted(
    (one, other) => order.indexOf(one.what) - order.indexOf(other.what) || one.row - other.row,
  )
  return html`${scrollRegion({
    label: 'Rows of the file',
    content: table({
      head: ['Row', done ? 'What came of it' : 'What it would do', 'Contract', 'Service', 'Notes'].map(
        (text) => ({ text }),
      ),
      rows: sorted.slice(0, mostShown).map((row) => rowOf(row, done)),
      firstCellIsHeader: true,
    }),
  })}
${sorted.length > mostShown && html`<p class="govuk-body">The first ${mostShown} of ${sorted.length} rows are shown: those to mend and those that change something come first.</p>`}`
}

const counts = ({ contracts, rejected, report }: FileReport, done: boolean): Html => {
  const leftOut = report.filter(({ what }) => what === 'left out').length
  const say = (number: number, before: string, after: string): Html =>
    html`<li><strong>${number}</strong> ${done ? after : before}</li>`
  return html`<ul class="govuk-list govuk-list--bullet">
${say(contracts.added, 'would be added', 'added')}
${say(contracts.changed, 'would be changed', 'changed')}
${say(contracts.unchanged, 'are as they are', 'were as they are')}
${say(rejected.length, 'cannot be taken in as they are', 'not taken in')}
${leftOut > 0 && say(leftOut, 'would be left out', 'left out, because you chose to take in all or none')}
</ul>`
}

const faulty = (id: string, { rejected }: FileReport): Html | false =>
  rejected.length > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="/contracts/import/${id}/faulty.csv">Download the ${counted(rejected.length, 'row', 'rows')} to mend</a>, each with what to mend. Correct them and send that file: what is taken in already stays as it is.</p>`

/** What a file would do, and the choice of what to do with it. */
export const previewPage = (given: {
  readonly id: string
  readonly report: FileReport
  readonly errors: readonly FieldError[]
}): Html => {
  const { id, report } = given
  const { added, changed } = report.contracts
  const wrong = report.rejected.length > 0
  return html`${pageHeading({ text: 'What the file would do', caption: `${report.file}, ${counted(report.rows, 'row', 'rows')}` })}
<p class="govuk-body">Nothing is taken in yet.</p>
${counts(report, false)}
${faulty(id, report)}
${
  added + changed === 0
    ? html`<p class="govuk-body"><strong>There is nothing to take in.</strong> <a class="govuk-link" href="/contracts/import">Send another file</a></p>`
    : html`<form method="post" action="/contracts/import/${id}" novalidate>
${
  wrong &&
  radios({
    name: 'keep',
    idPrefix: 'keep',
    fieldset: { legend: { text: 'What shall be taken in?', classes: 'govuk-fieldset__legend--m' } },
    items: [
      {
        value: 'good',
        text: 'The good rows',
        hint: { text: 'You can mend the others and send them later.' },
      },
      {
        value: 'all',
        text: 'None, unless all are good',
        hint: { text: 'Mend the file, and send it again as a whole.' },
      },
    ],
    errorMessage: errorOf(given.errors, 'keep'),
  })
}
<div class="govuk-button-group">
${button({ text: wrong ? 'Continue' : `Take in ${counted(added + changed, 'row', 'rows')}`, preventDoubleClick: true })}
<a class="govuk-link" href="/contracts/import">Send another file</a>
</div>
</form>`
}
${rowsTable(report, false)}`
}

/** What came of a file. It stays at its address. */
export const resultPage = (
  id: string,
  report: FileReport,
): Html => html`${pageHeading({ text: 'What came of the file', caption: `${report.file}, ${counted(report.rows, 'row', 'rows')}` })}
${counts(report, true)}
${faulty(id, report)}
<p class="govuk-body"><a class="govuk-link" href="/contracts">Go to Contracts</a></p>
${rowsTable(report, true)}`
