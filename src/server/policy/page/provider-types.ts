import type { ProviderTypeDocument } from '../../../core/policy/documents/provider-types.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { conditionInWords } from '../in-words/condition.ts'
import type { Marks } from './marks.ts'
import { points } from './section.ts'

type Documents = Policy['documents']

const matrix = (types: readonly ProviderTypeDocument[], { monitoring }: Documents, marks: Marks): Html =>
  scrollRegion({
    label: 'Activities by type of provider',
    content: table({
      classes: 'plumbline-policy-table',
      firstCellIsHeader: true,
      head: [{ text: 'Type of provider' }, ...monitoring.activities.map(({ name }) => ({ text: name }))],
      rows: types.map((type) => [
        { html: html`${type.name} ${marks.of(type)}` },
        ...monitoring.activities.map(({ providerTypes }) => ({
          text: providerTypes === undefined || providerTypes.includes(type.id) ? 'Yes' : '',
        })),
      ]),
    }),
  })

/** Which activities apply to which type of provider, and of which type a contract is. */
export const providerTypes = (documents: Documents, marks: Marks): Content => {
  const types = documents.monitoring.providerTypes ?? []
  return html`${matrix(types, documents, marks)}
<p class="govuk-body">A contract is of the first of these types that it fits:</p>
${points(
  types.flatMap(({ name, whenAnyOf }) =>
    whenAnyOf.map(
      (condition) => html`${name}: ${conditionInWords(condition, documents)} ${marks.of(condition)}`,
    ),
  ),
)}`
}
