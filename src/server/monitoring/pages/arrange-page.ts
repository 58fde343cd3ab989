import type { Day } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { ArrangeTyped } from '../../../core/monitoring/arrange-form.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { type Choosable, formField, hidden, personField, wordsField } from './form-parts.ts'

/** What the fields of an arrangement are drawn from. */
export type ArrangeFields = {
  readonly typed: ArrangeTyped
  readonly errors: readonly FieldError[]
  /** Places by id, in the policy's order: the first that is possible. */
  readonly places: Readonly<Record<string, string>>
  readonly forms: readonly { readonly id: string; readonly name: string }[]
  readonly choice: string | null
  readonly people: readonly Choosable[]
  readonly isAgain: boolean
}

const otherPlace = ({ typed, errors }: ArrangeFields, text: string): Html =>
  input({
    id: 'otherPlace',
    name: 'otherPlace',
    label: { text },
    value: typed.otherPlace,
    errorMessage: errorOf(errors, 'otherPlace'),
  })

const placeField = (given: ArrangeFields): Html =>
  Object.keys(given.places).length === 0
    ? otherPlace(given, 'Where? (optional)')
    : html`${radios({
        name: 'place',
        idPrefix: 'place',
        fieldset: { legend: { text: 'Where?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'In the order of the policy: the first that is possible.' },
        items: [
          ...Object.entries(given.places).map(([value, text]) => ({ value, text })),
          { value: 'other', text: 'Somewhere else' },
        ],
        value: given.typed.place,
        errorMessage: errorOf(given.errors, 'place'),
      })}
${otherPlace(given, 'If it is somewhere else: where exactly?')}`

/** When, where, by whom and how. */
export const arrangeFields = (given: ArrangeFields): Html => {
  const { typed, errors } = given
  return html`${dayField({ name: 'on', text: 'On which day?', hint: 'For example 27 3 2027.', value: typed.on, errors })}
${input({ id: 'time', name: 'time', label: { text: 'At what time? (optional)', classes: 'govuk-label--s' }, hint: { text: 'For example 14:30.' }, classes: 'govuk-input--width-5', value: typed.time, errorMessage: errorOf(errors, 'time') })}
${formField({ name: 'form', text: 'How?', ...(given.choice === null ? {} : { hint: given.choice }), value: typed.form, errors }, given.forms)}
${placeField(given)}
${personField({ name: 'person', text: 'Who carries it out?', value: typed.person, errors }, given.people, 'The contract lead')}
${radios({
  name: 'announced',
  idPrefix: 'announced',
  fieldset: { legend: { text: 'Does the provider know?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    {
      value: 'yes',
      text: 'Yes',
      hint: { text: 'It stands on the provider’s page, with day, time and place.' },
    },
    { value: 'no', text: 'No, it is unannounced', hint: { text: 'Nothing of it stands there.' } },
  ],
  value: typed.announced || 'yes',
})}
${given.isAgain && wordsField({ name: 'reason', text: 'Why is it arranged anew?', value: typed.reason, errors }, 2)}`
}

/** The form that arranges an activity of the plan. */
export const arrangePage = (
  given: ArrangeFields & {
    readonly activity: {
      readonly id: string
      readonly name: string
      readonly version: number
      readonly due: Day | null
    }
    readonly service: string
  },
): Html => html`${pageHeading({ text: given.isAgain ? 'Arrange it anew' : 'Arrange it', caption: `${given.activity.name}, ${given.service}` })}
${given.activity.due !== null && html`<p class="govuk-body">It is due on ${dayInWords(given.activity.due)}.</p>`}
<form method="post" action="/activities/${given.activity.id}/arrange" novalidate>
${hidden('version', given.activity.version)}
${arrangeFields(given)}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
