/** The fields that several forms of the plan share. */
import type { FieldError } from '../../../core/kit/field-error.ts'
import { radios } from '../../../ui/components/radios.ts'
import { select } from '../../../ui/components/select.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'

/** A person of the council among whom to choose. */
export type Choosable = { readonly id: string; readonly name: string }

/** What every form of names says, so that nobody writes what must not stand there. */
export const noNames = 'Do not write names of people who use the service.'

type Field = {
  readonly name: string
  readonly text: string
  readonly hint?: string
  readonly value: string
  readonly errors: readonly FieldError[]
}

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })

/** Several lines of words. */
export const wordsField = ({ name, text, hint, value, errors }: Field, rows = 2): Html =>
  textarea({
    id: name,
    name,
    label: { text, classes: 'govuk-label--s' },
    ...hintOf(hint),
    rows,
    value,
    errorMessage: errorOf(errors, name),
  })

/** One of the people of the council, or nobody. */
export const personField = (
  { name, text, hint, value, errors }: Field,
  people: readonly Choosable[],
  nobody: string,
): Html =>
  select({
    id: name,
    name,
    label: { text, classes: 'govuk-label--s' },
    ...hintOf(hint),
    items: [
      { value: '', text: nobody },
      ...people.map((person) => ({ value: person.id, text: person.name })),
    ],
    value,
    errorMessage: errorOf(errors, name),
  })

/** One of the forms of an activity; nothing where there is no choice. */
export const formField = (
  { name, text, hint, value, errors }: Field,
  forms: readonly { readonly id: string; readonly name: string }[],
): Html | false =>
  forms.length > 1 &&
  radios({
    name,
    idPrefix: name,
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    ...hintOf(hint),
    items: forms.map((form) => ({ value: form.id, text: form.name })),
    value,
    errorMessage: errorOf(errors, name),
  })

/** A field that nobody sees. */
export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`
