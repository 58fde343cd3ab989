import { dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { FileReport } from '../commands/import-file.ts'
import type { ReportedImport, ShownImport } from '../queries/imports.ts'

const formatted = (number: number): string => number.toLocaleString('en-GB')

const howFar = ({ files, progress }: ShownImport): string => {
  if (progress === null) return `${listed(files)}: waiting for ${files.length > 1 ? 'their' : 'its'} turn.`
  const far = `${progress.file}: ${formatted(progress.rows)} rows read so far.`
  return progress.again ? `${far} The import was broken off before, and began again from the start.` : far
}

const running = (given: ShownImport, still: boolean): Html => html`${insetText({ text: howFar(given) })}
<p class="govuk-body">You can leave this page. The import goes on, and this address will show what it did.</p>
<p class="govuk-body">${
  still
    ? html`<a class="govuk-link" href="/register/imports/${given.id}?still=yes">Show how far it is now</a>`
    : html`This page shows itself anew until the import is done. <a class="govuk-link" href="/register/imports/${given.id}?still=yes">Keep it still</a>`
}</p>`

/** Enough rows to look at in a file; the command line gives all. */
const rowsShown = 10

const rowsInWords = (rows: readonly number[]): string => {
  const more = rows.length - rowsShown
  if (more <= 0) return `${rows.length === 1 ? 'Row' : 'Rows'} ${listed(rows.map(formatted))}`
  return `${formatted(rows.length)} rows (${rows.slice(0, rowsShown).map(formatted).join('; ')} and ${formatted(more)} more)`
}

/** Rows by why they were not taken in: hundreds of them mostly share one reason. */
const rejections = ({ file, rejected }: FileReport): Html | false =>
  rejected.length > 0 &&
  html`<h3 class="govuk-heading-s">Rows of ${file} that were not taken in</h3>
<ul class="govuk-list govuk-list--bullet">${[...Map.groupBy(rejected, ({ reason }) => reason)].map(
    ([reason, of]) => html`<li>${rowsInWords(of.map(({ row }) => row))}: ${reason}</li>`,
  )}</ul>`

const ofFile = (report: FileReport): Html => {
  const { added, changed, unchanged } = report.locations
  const rows = [
    ['Rows read', report.rows],
    ['Locations added', added],
    ['Locations changed', changed],
    ['Locations unchanged', unchanged],
    ['Providers named', report.providers],
    ['Rows not taken in', report.rejected.length],
  ] as const
  return html`<h2 class="govuk-heading-m plumbline-break">${report.file}</h2>
${summaryList({
  rows: rows.map(([text, value]) => ({ key: { text }, value: { text: formatted(value) } })),
})}
${rejections(report)}`
}

const refused = ({ problem, files }: ShownImport): Html | false =>
  problem !== null &&
  html`${warningText({ text: problem.says, iconFallbackText: 'Problem' })}
<p class="govuk-body">${problem.next}</p>
<p class="govuk-body">Nothing was taken in${files.length > 1 ? ` of any of the ${counted(files.length, 'file', 'files')}` : ''}: the register is as it was.</p>
<p class="govuk-body"><a class="govuk-link" href="/register/imports">Send a file again</a></p>`

const titleOf = ({ doneAt, problem }: ShownImport): string => {
  if (doneAt === null) return 'The import is running'
  if (problem === null) return 'The import is done'
  return problem.code === 'import-given-up' ? 'The import failed' : 'The import was refused'
}

/** An import: how far it is, and then what it did. */
export const importPage = (given: ReportedImport, still: boolean): Html => html`${pageHeading({
  text: titleOf(given),
  caption: `${listed(given.files)}, sent by ${given.by} on ${dayInWords(dayOf(given.at))}`,
})}
${given.doneAt === null ? running(given, still) : refused(given)}
${given.report?.map(ofFile)}`

export { titleOf as importTitle }
