import type { Day } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type ContactTyped, contactKinds } from '../../../core/monitoring/contact-form.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { table } from '../../../ui/components/table.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ShownContact } from '../queries/contacts.ts'
import { dueInWords } from '../words.ts'
import { hidden, noNames, wordsField } from './form-parts.ts'

const followUp = (
  contact: ShownContact,
  given: { service: string; today: Day; mayRecord: boolean },
): Html => {
  const { id, followedUpOn } = contact
  if (contact.followUp === null) return html``
  if (followedUpOn !== null) return html`Followed up on ${dayInWords(followedUpOn)}`
  return html`${dueInWords(contact.followUp, given.today)}${
    given.mayRecord &&
    html`<form method="post" action="/services/${given.service}/contacts/${id}/followed-up">${button({ html: html`Followed up<span class="govuk-visually-hidden">: ${contactKinds[contact.kind]} of ${dayInWords(contact.on)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`
  }`
}

/** The log of calls, emails and visits with a service. */
export const contactsSection = (given: {
  readonly service: string
  readonly contacts: readonly ShownContact[]
  readonly today: Day
  readonly mayRecord: boolean
}): Html => html`<h2 class="govuk-heading-m" id="contacts">Calls, emails and visits</h2>
${
  given.contacts.length === 0
    ? html`<p class="govuk-body">None is recorded yet.</p>`
    : scrollRegion({
        label: 'Calls, emails and visits',
        content: table({
          head: ['When', 'How', 'Who', 'Note', 'To follow up'].map((text) => ({ text })),
          rows: given.contacts.map((contact) => [
            { text: dayInWords(contact.on) },
            { text: contactKinds[contact.kind] },
            {
              html: html`${contact.person}${contact.withWhom !== null && html`<br><span class="govuk-hint govuk-!-margin-0">with ${contact.withWhom}</span>`}`,
            },
            { text: contact.note ?? '' },
            { html: followUp(contact, given) },
          ]),
          firstCellIsHeader: true,
        }),
      })
}
${given.mayRecord && button({ text: 'Record a call, email or visit', href: `/services/${given.service}/contacts/new`, classes: 'govuk-button--secondary' })}`

/** The form that records a contact. */
export const contactPage = (given: {
  readonly service: { readonly id: string; readonly name: string }
  readonly id: string
  readonly typed: ContactTyped
  readonly errors: readonly FieldError[]
}): Html => {
  const { service, typed, errors } = given
  return html`${pageHeading({ text: 'Record a call, email or visit', caption: service.name })}
<form method="post" action="/services/${service.id}/contacts/new" novalidate>
${hidden('id', given.id)}
${radios({ name: 'kind', idPrefix: 'kind', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'How were you in touch?', classes: 'govuk-fieldset__legend--s' } }, items: Object.entries(contactKinds).map(([value, text]) => ({ value, text })), value: typed.kind, errorMessage: errorOf(errors, 'kind') })}
${dayField({ name: 'on', text: 'On which day?', value: typed.on, errors })}
${input({ id: 'withWhom', name: 'withWhom', label: { text: 'With whom of the service? (optional)', classes: 'govuk-label--s' }, hint: { text: 'By role, such as deputy manager.' }, value: typed.withWhom, errorMessage: errorOf(errors, 'withWhom') })}
${wordsField({ name: 'note', text: 'What was it about? (optional)', hint: `In a sentence or two. ${noNames}`, value: typed.note, errors }, 2)}
${dayField({ name: 'followUp', text: 'To follow up by (optional)', value: typed.followUp, errors })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}
