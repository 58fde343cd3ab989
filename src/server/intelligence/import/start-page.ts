import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { fileUpload } from '../../../ui/components/file-upload.ts'
import { input } from '../../../ui/components/input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ListedFile, Source, Stage } from '../queries/files.ts'

/** The address of files of intelligence; the pages of each stand below it. */
export const importPath = '/intelligence/import'

const stages: Readonly<Record<Stage, string>> = {
  columns: 'its columns are asked for',
  judging: 'being read',
  judged: 'waits for your word',
  taking: 'being taken in',
  done: 'done',
}

const before = (files: readonly ListedFile[]): Html | false =>
  files.length > 0 &&
  html`<h2 class="govuk-heading-m">Files sent before</h2>
<ul class="govuk-list govuk-list--spaced">${files.map(
    ({ id, file, source, at, stage }) =>
      html`<li class="plumbline-break"><a class="govuk-link" href="${importPath}/${id}">${file}</a><br>${source}, ${dayInWords(dayOf(at))}: ${stages[stage]}</li>`,
  )}</ul>`

/** The address at which a file of a source is sent. */
export const addressOfSource = (name: string): string =>
  `${importPath}?${new URLSearchParams({ source: name })}`

const chooseSource = (
  sources: readonly Source[],
  errors: readonly FieldError[],
): Html => html`<h2 class="govuk-heading-m">Where does the file come from?</h2>
${
  sources.length > 0 &&
  html`<ul class="govuk-list">${sources.map(({ name }) => html`<li><a class="govuk-link" href="${addressOfSource(name)}">${name}</a></li>`)}</ul>`
}
<form method="get" action="${importPath}" novalidate>
${input({
  id: 'source',
  name: 'source',
  label: {
    text: sources.length > 0 ? 'Another system' : 'Name of the system',
    classes: 'govuk-label--s',
  },
  hint: {
    text: 'Such as: Case system, or Complaints. Files of one system share their columns and references.',
  },
  classes: 'govuk-input--width-20',
  errorMessage: errorOf(errors, 'source'),
})}
${button({ text: 'Continue', classes: sources.length > 0 ? 'govuk-button--secondary' : '' })}
</form>`

const sendForm = (
  source: string,
  known: boolean,
  errors: readonly FieldError[],
): Html => html`<h2 class="govuk-heading-m">${source}</h2>
<p class="govuk-body">${known ? 'Its columns are known: you see at once what the file would do.' : 'You say once which column holds what. The next file of this system is read by itself.'}</p>
<form method="post" action="${addressOfSource(source)}" enctype="multipart/form-data" novalidate>
${fileUpload({
  id: 'file',
  name: 'file',
  label: { text: 'File', classes: 'govuk-label--s' },
  hint: { text: 'CSV, Excel (XLSX) or OpenDocument (ODS). Its first row has the names of the columns.' },
  attributes: { accept: '.csv,.xlsx,.ods' },
  errorMessage: errorOf(errors, 'file'),
})}
<div class="govuk-button-group">
${button({ text: 'Look at what it would do', preventDoubleClick: true })}
<a class="govuk-link" href="${importPath}">Choose another system</a>
</div>
</form>`

/** The first steps of an import: the system, then the file. Nothing is taken in before somebody has looked. */
export const startPage = (given: {
  readonly source: string | null
  readonly sources: readonly Source[]
  readonly files: readonly ListedFile[]
  readonly known: boolean
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: 'Take in a file of intelligence' })}
<p class="govuk-body">References and days, kinds and outcomes. Leave out names and stories: they stay in the system where they are.</p>
${given.source === null ? chooseSource(given.sources, given.errors) : sendForm(given.source, given.known, given.errors)}
${before(given.files)}`
