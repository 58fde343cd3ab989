import type { ProviderTyped } from '../../../core/contracts/provider-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ListedProvider } from '../queries/list-providers.ts'

const rowOf = (provider: ListedProvider, mayEdit: boolean) => [
  {
    html: mayEdit
      ? html`<a class="govuk-link" href="/contracts/providers/${provider.id}">${provider.name}</a>`
      : html`${provider.name}`,
  },
  { text: provider.group ?? 'No group' },
  { text: provider.cqcId ?? '' },
  {
    html: html`<a class="govuk-link" href="/contracts?${new URLSearchParams({ which: 'all', q: provider.name }).toString()}">${counted(provider.contracts, 'contract', 'contracts')}<span class="govuk-visually-hidden"> of ${provider.name}</span></a>`,
  },
]

/** The providers of a council, those of a group together (X14). */
export const providersPage = (
  providers: readonly ListedProvider[],
  mayEdit: boolean,
): Html => html`${pageHeading({ text: 'Providers', caption: 'The legal entities that the council has contracts with' })}
<p class="govuk-body"><strong>${counted(providers.length, 'provider', 'providers')}</strong></p>
${
  providers.length === 0
    ? emptyState({
        title: 'There are no providers yet',
        text: 'A provider is added with its first contract.',
        action: { text: 'Go to Contracts', href: '/contracts' },
      })
    : scrollRegion({
        label: 'Providers',
        content: table({
          head: ['Provider', 'Group', 'CQC provider id', 'Contracts'].map((text) => ({ text })),
          rows: providers.map((provider) => rowOf(provider, mayEdit)),
          firstCellIsHeader: true,
        }),
      })
}`

/** The form to change a provider: it is so in all of its contracts. */
export const providerForm = (given: {
  readonly id: string
  readonly typed: ProviderTyped
  readonly groups: readonly string[]
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: 'Change the provider', caption: given.typed.name })}
<p class="govuk-body">What you change here is changed in all of its contracts. Where another company takes a contract over, change the contract instead.</p>
<form method="post" action="/contracts/providers/${given.id}" novalidate>
${input({ id: 'name', name: 'name', label: { text: 'Legal name' }, value: given.typed.name, errorMessage: errorOf(given.errors, 'name') })}
${input({ id: 'cqcId', name: 'cqcId', label: { text: 'CQC provider id (optional)' }, classes: 'govuk-input--width-20', value: given.typed.cqcId, errorMessage: errorOf(given.errors, 'cqcId') })}
${input({ id: 'group', name: 'group', label: { text: 'Group (optional)' }, hint: { text: 'Companies with the same group are shown together.' }, attributes: { list: 'known-groups' }, autocomplete: 'off', value: given.typed.group, errorMessage: errorOf(given.errors, 'group') })}
<datalist id="known-groups">${given.groups.map((name) => html`<option value="${name}"></option>`)}</datalist>
${button({ text: 'Save the changes', preventDoubleClick: true })}
</form>`
