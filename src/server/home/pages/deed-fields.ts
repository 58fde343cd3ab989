import type { DeedTyped } from '../../../core/alerts/deed-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { select } from '../../../ui/components/select.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'

/** What can be done with alerts. */
export type DeedName = 'acknowledge' | 'done' | 'assign' | 'put-off' | 'bring-back'

/** What the fields of a deed need: who there is to assign to, what was typed, and what is wrong with it. */
export type FieldsGiven = {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly typed: DeedTyped
  readonly errors: readonly FieldError[]
}

type Deed = {
  readonly heading: string
  readonly button: string
  readonly fields: (given: FieldsGiven) => Content
}

const small = 'govuk-label--s'

/** Every deed in the order of the page: what it is called, and what it asks. */
export const deeds: Readonly<Record<DeedName, Deed>> = {
  acknowledge: {
    heading: 'Acknowledge',
    button: 'Acknowledge',
    fields: () =>
      html`<p class="govuk-body">Says that you have seen it, and that somebody deals with it. It stays on the list.</p>`,
  },
  done: {
    heading: 'Done',
    button: 'Mark as done',
    fields: ({ typed, errors }) =>
      textarea({
        name: 'note',
        id: 'note',
        label: { text: 'What was done, and by whom?', classes: small },
        hint: { text: 'No names of people who use the service.' },
        rows: 3,
        value: typed.note,
        errorMessage: errorOf(errors, 'note'),
      }),
  },
  assign: {
    heading: 'Give it to somebody',
    button: 'Assign',
    fields: ({ people, typed, errors }) =>
      select({
        name: 'person',
        id: 'person',
        label: { text: 'To whom?', classes: small },
        items: [
          { value: '', text: 'Choose a person' },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ],
        value: typed.person,
        errorMessage: errorOf(errors, 'person'),
      }),
  },
  'put-off': {
    heading: 'Put it off',
    button: 'Put off',
    fields: ({ typed, errors }) =>
      dayField({
        name: 'until',
        text: 'On which day is it to come back?',
        hint: 'It comes back by itself. Until then it stands under Waiting for others.',
        value: [typed.day, typed.month, typed.year],
        errors,
      }),
  },
  'bring-back': {
    heading: 'Bring it back now',
    button: 'Bring back',
    fields: () => html`<p class="govuk-body">It stands on the list again from now on.</p>`,
  },
}

/** Whether a text is the name of a deed. */
export const isDeed = (text: string | null): text is DeedName => text !== null && Object.hasOwn(deeds, text)

/** A form that does one thing with some alerts, and then goes back to where it was sent from. */
export const deedForm = (
  name: DeedName,
  alerts: readonly string[],
  back: string,
  given: FieldsGiven,
): Html => html`<form method="post" action="/alerts/${name}" novalidate>
${alerts.map((id) => html`<input type="hidden" name="alert" value="${id}">`)}
<input type="hidden" name="back" value="${back}">
${deeds[name].fields(given)}
${button({ text: deeds[name].button, preventDoubleClick: true, ...(name === 'done' ? {} : { classes: 'govuk-button--secondary' }) })}
</form>`
