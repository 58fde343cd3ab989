import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import { rowInWords } from '../in-words/row.ts'
import type { Said, Saying } from '../in-words/saying.ts'
import type { Marks } from './marks.ts'
import { type Fact, facts, points } from './section.ts'

const factOf = ({ about, said, section }: Saying, marks: Marks): Fact => {
  const shown = ({ text, value }: Said): Html =>
    html`${section === undefined ? text : html`<a class="govuk-link" href="#${section}">${text}</a>`} ${value !== undefined && marks.of(value)}`
  return [about, said.length === 1 ? said.map(shown) : points(said.map(shown))]
}

/** How each row of the table is worked out. */
export const criteriaInWords = (documents: Policy['documents'], marks: Marks): Html =>
  html`${documents.rating.criteria.map(
    (row) => html`<h3 class="govuk-heading-m" id="criterion-${row.id}">${row.name}</h3>
${facts(rowInWords(row, documents).map((each) => factOf(each, marks)))}`,
  )}`
