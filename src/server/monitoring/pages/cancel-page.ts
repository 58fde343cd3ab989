import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { hidden, wordsField } from './form-parts.ts'

/** The form that cancels what was arranged, or takes back that it was held. */
export const cancelPage = (given: {
  readonly activity: ShownActivity
  readonly reason: string
  readonly errors: readonly FieldError[]
}): Html => {
  const { activity, reason, errors } = given
  const wasHeld = activity.state === 'held'
  return html`${pageHeading({ text: wasHeld ? 'It was not held after all' : 'Cancel it', caption: `${activity.name}, ${activity.service.name}` })}
<p class="govuk-body">${activity.counts ? 'The duty stays: what the policy asks for stands in the plan again, with its due date.' : 'This was additional, so nothing takes its place.'}</p>
<form method="post" action="/activities/${activity.id}/cancel" novalidate>
${hidden('version', activity.version)}
${wordsField({ name: 'reason', text: wasHeld ? 'How did it come to stand here as held?' : 'Why is it cancelled?', value: reason, errors }, 2)}
${button({ text: wasHeld ? 'Take it back' : 'Cancel it', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}
