import { fileColumns } from '../../../core/contracts/file-columns.ts'
import { fundings, populationBases } from '../../../core/contracts/terms.ts'
import { dayOf, type Instant } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { fileUpload } from '../../../ui/components/file-upload.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { serviceTypeNames } from '../../register/words.ts'

const words = (names: Readonly<Record<string, string>>): string => listed(Object.values(names), 'or')

const columnsHelp = details({
  summaryText: 'Which columns the file has',
  html: html`<p>Its headings are: ${listed(Object.values(fileColumns))}. Their order does not matter.</p>
<p>Each row is one contract for one service. The service is found by its CQC location id, else by its name and postcode. If there is none, it is added.</p>
<ul class="govuk-list govuk-list--bullet">
<li>${fileColumns.serviceType}: ${words(serviceTypeNames)}</li>
<li>${fileColumns.funding}: ${words(fundings)}</li>
<li>${fileColumns.populationBasis}: ${words(populationBases)}</li>
<li>${fileColumns.permitsSuspension} and ${fileColumns.annualStatement}: Yes or No</li>
<li>Dates: 27/03/2026, 27 March 2026 or 2026-03-27</li>
</ul>`,
})

const before = (
  uploads: readonly { id: string; file: string; recorded_at: Instant; done_at: Instant | null }[],
): Html => html`<h2 class="govuk-heading-m">Files sent before</h2>
<ul class="govuk-list">
${uploads.map(
  (upload) =>
    html`<li><a class="govuk-link" href="/contracts/import/${upload.id}">${upload.file}</a>, ${dayInWords(dayOf(upload.recorded_at))}: ${upload.done_at === null ? 'not taken in' : 'taken in'}</li>`,
)}
</ul>`

/** The first step of an import: the file. Nothing changes before somebody has looked at what it would do. */
export const importPage = (given: {
  readonly errors: readonly FieldError[]
  readonly uploads: readonly { id: string; file: string; recorded_at: Instant; done_at: Instant | null }[]
}): Html => html`${pageHeading({ text: 'Take in a file of contracts' })}
<p class="govuk-body">First you see what the file would add and change. You decide after that.</p>
<p class="govuk-body"><a class="govuk-link" href="/contracts/import/template.csv">Download a template</a> with all columns. Take its example row out.</p>
<form method="post" action="/contracts/import" enctype="multipart/form-data" novalidate>
${fileUpload({
  id: 'file',
  name: 'file',
  label: { text: 'File', classes: 'govuk-label--s' },
  hint: { text: 'CSV, Excel (XLSX) or OpenDocument (ODS), of 10 megabytes at most.' },
  attributes: { accept: '.csv,.xlsx,.ods' },
  errorMessage: errorOf(given.errors, 'file'),
})}
${columnsHelp}
${button({ text: 'Look at what it would do', preventDoubleClick: true })}
</form>
${given.uploads.length > 0 && before(given.uploads)}`
