import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { select } from '../../../ui/components/select.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { type ArrangeFields, arrangeFields } from './arrange-page.ts'
import { hidden, wordsField } from './form-parts.ts'

/** What a person typed besides the arrangement. */
export type ExtraTyped = { readonly activity: string; readonly occasion: string }

/** The form that arranges what the policy gives no date for: on an occasion, or for an area of risk (B1.4). */
export const extraPage = (given: {
  readonly service: { readonly id: string; readonly name: string }
  readonly id: string
  readonly activities: readonly {
    readonly id: string
    readonly name: string
    readonly isWhenNeeded: boolean
  }[]
  /** What the policy says of additional visits, where it has any for this band. */
  readonly extraVisits: string | null
  readonly extra: ExtraTyped
  readonly fields: ArrangeFields
  readonly errors: readonly FieldError[]
}): Html => {
  const { service, extra, errors, activities } = given
  return html`${pageHeading({ text: 'Arrange something else', caption: service.name })}
<p class="govuk-body">For what the policy gives no date for, and for an additional visit. What is due stays due.</p>
${given.extraVisits !== null && insetText({ text: given.extraVisits })}
<form method="post" action="/services/${service.id}/plan/new" novalidate>
${hidden('id', given.id)}
${select({
  id: 'activity',
  name: 'activity',
  label: { text: 'What?', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Select' },
    ...activities.map(({ id, name, isWhenNeeded }) => ({
      value: id,
      text: isWhenNeeded ? name : `${name} (additional)`,
    })),
  ],
  value: extra.activity,
  errorMessage: errorOf(errors, 'activity'),
})}
${wordsField({ name: 'occasion', text: 'On what occasion, or for which area of risk?', hint: 'For example medication, after three concerns in October. Do not write names of people who use the service.', value: extra.occasion, errors }, 2)}
${arrangeFields(given.fields)}
${button({ text: 'Arrange it', preventDoubleClick: true })}
</form>`
}
