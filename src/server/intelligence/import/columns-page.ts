import {
  allImportFields,
  alwaysKind,
  type ImportField,
  importFields,
  type Mapping,
} from '../../../core/intelligence/import/columns.ts'
import type { IntelligenceLists } from '../../../core/intelligence/lists.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { select } from '../../../ui/components/select.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { SentIntelligence } from '../queries/files.ts'
import { importPath } from './start-page.ts'

const hints: Readonly<Partial<Record<ImportField, string>>> = {
  reference: 'By it the same case is known again in the next file.',
  cqcId: 'One of three ways to tell the service: CQC’s id, our id, or its name.',
  kind: 'A column, or what all rows of this system are.',
  summary: 'Better left out: no story of a person belongs here.',
}

const chosenFor = (field: ImportField, { columns, kind }: Mapping): string =>
  field === 'kind' && kind !== null ? alwaysKind(kind) : (columns[field] ?? '')

const fieldOf =
  (given: ColumnsGiven) =>
  (field: ImportField): Html => {
    const hint = hints[field]
    const headings = given.file.heading.filter((name) => name !== '')
    return select({
      name: field,
      label: { text: importFields[field], classes: 'govuk-label--s' },
      ...(hint === undefined ? {} : { hint: { text: hint } }),
      items: [
        { value: '', text: 'Not in the file' },
        ...headings.map((name) => ({ value: name, text: name })),
        ...(field === 'kind'
          ? given.lists.kinds.map(({ id, name }) => ({ value: alwaysKind(id), text: `All rows: ${name}` }))
          : []),
      ],
      value: chosenFor(field, given.mapping),
      errorMessage: errorOf(given.errors, field),
    })
  }

type ColumnsGiven = {
  readonly file: SentIntelligence
  readonly mapping: Mapping
  readonly lists: IntelligenceLists
  readonly errors: readonly FieldError[]
}

/** Asks once, for each source, which column of its files holds what. */
export const columnsPage = (given: ColumnsGiven): Html => html`${pageHeading({
  text: 'Which column holds what?',
  caption: `${given.file.source}: ${given.file.file}`,
})}
<p class="govuk-body">What we could tell by the names is chosen already. It is kept for the next file of this system.</p>
<form method="post" action="${importPath}/${given.file.id}/columns" novalidate>
${allImportFields.map(fieldOf(given))}
${button({ text: 'Save, and look at what the file would do', preventDoubleClick: true })}
</form>`
