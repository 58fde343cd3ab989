import type { FieldError } from '../../../core/kit/field-error.ts'
import type { SuspensionsDocument } from '../../../core/policy/documents/suspensions.ts'
import type { LiftTyped } from '../../../core/suspensions/lift-form.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownSuspension } from '../queries.ts'

export type LiftPage = {
  readonly suspension: ShownSuspension
  readonly version: number
  readonly policy: SuspensionsDocument
  readonly typed: LiftTyped
  readonly errors: readonly FieldError[]
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** The form that lifts a suspension, with what was to be so before. */
export const liftPage = ({ suspension, version, policy, typed, errors }: LiftPage): Html => {
  return html`${pageHeading({ text: 'Lift the suspension', caption: suspension.service.name })}
${suspension.conditions !== null && insetText({ html: html`<p class="govuk-body"><strong>Before it is lifted:</strong> ${suspension.conditions}</p>` })}
<form method="post" action="/suspensions/${suspension.id}/lift" novalidate>
<input type="hidden" name="version" value="${version}">
${dayField({ name: 'on', text: 'From which day can placements be made again?', hint: 'For example 27 3 2026.', value: typed.on, errors })}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  classes: 'govuk-radios--small',
  fieldset: legend('Why is it lifted?'),
  items: policy.liftReasons.map(({ id, text }) => ({ value: id, text })),
  value: typed.reason,
  errorMessage: errorOf(errors, 'reason'),
})}
${textarea({ id: 'note', name: 'note', label: { text: 'What was decided? (optional)', classes: 'govuk-label--s' }, hint: { text: 'Do not write names of people who use the service.' }, rows: 4, value: typed.note, errorMessage: errorOf(errors, 'note') })}
${button({ text: 'Lift the suspension', preventDoubleClick: true })}
</form>`
}
