import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { fileUpload } from '../../../ui/components/file-upload.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { formats } from '../files/formats.ts'
import type { ShownImport } from '../queries/imports.ts'
import { importTitle } from './import-page.ts'

const earlier = (imports: readonly ShownImport[]): Html | false =>
  imports.length > 0 &&
  html`<h2 class="govuk-heading-m">Earlier imports</h2>
<ul class="govuk-list govuk-list--spaced">${imports.map(
    (each) =>
      html`<li class="plumbline-break"><a class="govuk-link" href="/register/imports/${each.id}">${listed(each.files)}</a><br>${importTitle(each)}. Sent on ${dayInWords(dayOf(each.at))} by ${each.by}.</li>`,
  )}</ul>`

/** What each kind of file is told by, for somebody whose file was none of them. */
const readable = (open: boolean): Html =>
  details({
    summaryText: 'How a file of CQC is told',
    open,
    html: html`<ul class="govuk-list govuk-list--bullet">${[...new Set(formats.map(({ expected }) => expected))].map((expected) => html`<li>${expected}</li>`)}</ul>`,
  })

/** The form to send files of CQC, and what became of earlier ones. */
export const importsPage = (given: {
  readonly imports: readonly ShownImport[]
  readonly errors: readonly FieldError[]
  readonly limit: string
}): Html => html`${pageHeading({ text: 'Import CQC’s data' })}
<p class="govuk-body">Bring the register up to date with the files that the Care Quality Commission publishes. You can send them in any order, and send one again: an older file never overwrites newer knowledge.</p>
<form method="post" action="/register/imports" enctype="multipart/form-data" novalidate>
${fileUpload({
  name: 'files',
  multiple: true,
  label: { text: 'Files of CQC', classes: 'govuk-label--m' },
  hint: {
    text: `The care directory (CSV), active locations or latest ratings (ODS, XLSX or CSV), an export of the website’s search, or records of the API (JSON). Up to ${given.limit} each.`,
  },
  errorMessage: given.errors[0] && { text: given.errors.map(({ text }) => text).join(' ') },
})}
${readable(given.errors.length > 0)}
${button({ text: 'Import', preventDoubleClick: true })}
</form>
${earlier(given.imports)}`
