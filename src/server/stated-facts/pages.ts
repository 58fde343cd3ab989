import type { FieldError } from '../../core/kit/field-error.ts'
import { capital } from '../../core/kit/words.ts'
import type { StatedCriterion } from '../../core/policy/stated-criterion.ts'
import type { StatedTyped } from '../../core/ratings/stated-form.ts'
import { button } from '../../ui/components/button.ts'
import { input } from '../../ui/components/input.ts'
import { radios } from '../../ui/components/radios.ts'
import { dayField } from '../../ui/day-field.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { errorOf } from '../../ui/field-errors.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'

export type StatedForm = {
  readonly service: { readonly id: string; readonly name: string }
  readonly criteria: readonly StatedCriterion[]
  readonly typed: StatedTyped
  /** Which version of the facts the form was filled from. */
  readonly seen: string
  readonly errors: readonly FieldError[]
}

const hintOf = (criterion: StatedCriterion): string => {
  const taken = criterion.kind === 'amount' && criterion.takenFrom
  const known = `Who knows: ${criterion.knownBy.who}.`
  return taken ? `Leave it empty to take the value of the contracts in force. ${known}` : known
}

const level = (
  criterion: Extract<StatedCriterion, { kind: 'level' }>,
  { typed, errors }: StatedForm,
): Html => {
  const { fact, name, grades } = criterion
  return radios({
    name: fact,
    idPrefix: fact,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: name, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hintOf(criterion) },
    items: [
      ...grades.map((grade) => ({
        value: grade,
        text: capital(grade),
        hint: meaningOf(criterion, grade),
        checked: typed[fact] === grade,
      })),
      { value: '', text: 'Not known', checked: (typed[fact] ?? '') === '' },
    ],
    errorMessage: errorOf(errors, fact),
  })
}

const meaningOf = (criterion: Extract<StatedCriterion, { kind: 'level' }>, grade: string) => {
  const cell = criterion.tolerances.find(({ grades }) => grades.includes(grade))
  return cell === undefined || cell.text.toLowerCase() === grade.toLowerCase()
    ? undefined
    : { text: cell.text }
}

const affixOf = (criterion: StatedCriterion) => {
  if (criterion.kind !== 'amount') return {}
  // What is taken from the contracts is in pounds, so what is stated instead is too.
  return criterion.takenFrom ? { prefix: { text: '£' } } : { suffix: { text: criterion.many } }
}

const control = (criterion: StatedCriterion, form: StatedForm): Html => {
  if (criterion.kind === 'level') return level(criterion, form)
  const { fact, name } = criterion
  const text = form.typed[fact] ?? ''
  const hint = hintOf(criterion)
  if (criterion.kind === 'since')
    return dayField({ name: fact, text: name, hint, value: text, errors: form.errors })
  return input({
    id: fact,
    name: fact,
    label: { text: name, classes: 'govuk-label--s' },
    hint: { text: hint },
    classes: 'govuk-input--width-10',
    ...affixOf(criterion),
    inputmode: 'decimal',
    value: text,
    errorMessage: errorOf(form.errors, fact),
  })
}

/** The form on which people state what the policy reads of a service. */
export const statedForm = (given: StatedForm): Html => html`${pageHeading({
  text: 'What the rating reads',
  caption: given.service.name,
})}
${given.criteria.length === 0 ? nothingRead(given) : fields(given)}`

const nothingRead = ({ service }: StatedForm): Html =>
  emptyState({
    title: 'The policy reads nothing here',
    text: 'Your council’s policy rates a service of this type by records alone: nothing needs to be stated.',
    action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
  })

const fields = (
  given: StatedForm,
): Html => html`<p class="govuk-body">These facts come from no register. Leave one empty where it is not known: it then counts neither way, and the rating lists it as missing.</p>
<form method="post" action="/services/${given.service.id}/stated-facts" novalidate>
<input type="hidden" name="seen" value="${given.seen}">
${given.criteria.map((criterion) => control(criterion, given))}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
