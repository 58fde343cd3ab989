import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type Role, roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { radios } from '../../../ui/components/radios.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { Member } from '../queries/members.ts'

export type ServicePeople = {
  /** Leads to the other pages of the service. */
  readonly tabs: Html
  readonly service: { readonly id: string; readonly name: string }
  readonly members: readonly Member[]
  /** The roles that the reader may give here. None: the page is to read only. */
  readonly givable: readonly Role[]
  /** People who could be let in, each once. */
  readonly candidates: readonly { readonly person: string; readonly name: string }[]
  readonly mayHandOver: boolean
  readonly reader: string
  readonly id: string
  readonly typed: { readonly person: string; readonly role: string }
  readonly errors: readonly FieldError[]
}

const endForm = (given: ServicePeople, member: Member): Html | string =>
  given.givable.includes(member.role) && member.person !== given.reader
    ? html`<form method="post" action="/services/${given.service.id}/people/${member.id}/end">${button({
        html: html`End access<span class="govuk-visually-hidden"> of ${member.name}</span>`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
        preventDoubleClick: true,
      })}</form>`
    : ''

const list = (given: ServicePeople): Html =>
  scrollRegion({ label: 'Who has access', content: listTable(given) })

const listTable = (given: ServicePeople): Html =>
  table({
    head: ['Name', 'Role', ...(given.givable.length > 0 ? ['Action'] : [])].map((text) => ({ text })),
    rows: given.members.map((member) => [
      { text: member.name },
      {
        text: `${roles[member.role].name}${member.endsOn === null ? '' : `, until ${dayInWords(member.endsOn)}`}`,
      },
      ...(given.givable.length > 0 ? [{ html: html`${endForm(given, member)}` }] : []),
    ]),
    firstCellIsHeader: true,
  })

const roleChoice = ({ givable, typed, errors }: ServicePeople): Html =>
  givable.length === 1
    ? html`<input type="hidden" name="role" value="${givable[0] ?? ''}">`
    : radios({
        name: 'role',
        idPrefix: 'role',
        fieldset: { legend: { text: 'As what?', classes: 'govuk-fieldset__legend--s' } },
        items: givable.map((role) => ({
          value: role,
          text: roles[role].name,
          hint: { text: roles[role].does },
        })),
        value: typed.role,
        errorMessage: errorOf(errors, 'role'),
      })

const addForm = (given: ServicePeople): Html => html`<h2 class="govuk-heading-m">Let somebody in</h2>
${
  given.candidates.length === 0
    ? html`<p class="govuk-body">Nobody else of the provider has an account that you can choose from.</p>`
    : html`<form method="post" action="/services/${given.service.id}/people" novalidate>
<input type="hidden" name="id" value="${given.id}">
${radios({
  name: 'person',
  idPrefix: 'person',
  fieldset: { legend: { text: 'Who?', classes: 'govuk-fieldset__legend--s' } },
  items: given.candidates.map(({ person, name }) => ({ value: person, text: name })),
  value: given.typed.person,
  errorMessage: errorOf(given.errors, 'person'),
})}
${roleChoice(given)}
${button({ text: 'Let them in', preventDoubleClick: true })}
</form>`
}
<p class="govuk-body"><a class="govuk-link" href="/people/invite?service=${given.service.id}">Invite somebody by email</a></p>`

/** Who works with a service for its provider. Records belong to the service: whoever leaves, they stay. */
export const servicePeoplePage = (given: ServicePeople): Html => html`${pageHeading({
  text: 'Who has access for the provider',
  caption: given.service.name,
})}
${given.tabs}
${
  given.members.length === 0
    ? emptyState({
        title: 'Nobody of the provider has access',
        text: 'A registered manager sees the service once the council lets them in.',
      })
    : list(given)
}
${given.mayHandOver && button({ text: 'Hand the service over', href: `/services/${given.service.id}/hand-over`, classes: 'govuk-button--secondary' })}
${given.givable.length > 0 && addForm(given)}`
