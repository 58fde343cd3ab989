import { digests, digestValue, type NoticeChoice } from '../../../core/alerts/notices.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

/** Asks a person by which mail they want to hear of their work. */
export const noticesPage = (given: {
  readonly choice: NoticeChoice
  readonly council: string
  /** Where the mail goes; null where the person has no address here. */
  readonly address: string | null
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: 'Your notices', caption: given.council })}
<p class="govuk-body">A mail names the service and what is to be done, and nothing else. You sign in to see the rest.</p>
<p class="govuk-body plumbline-break">${given.address === null ? 'You have no email address here, so no mail reaches you.' : `They go to ${given.address}.`}</p>
<form method="post" action="/account/notices" novalidate>
${radios({
  name: 'digest',
  idPrefix: 'digest',
  fieldset: { legend: { text: 'A digest of your work list', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'It comes in the morning, and only where there is something to do.' },
  items: Object.entries(digests).map(([value, text]) => ({ value, text })),
  value: digestValue(given.choice),
  errorMessage: errorOf(given.errors, 'digest'),
})}
${checkboxes({
  name: 'at-once',
  idPrefix: 'at-once',
  fieldset: { legend: { text: 'What cannot wait', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: 'yes', text: 'Write to me at once when somebody may be at risk', checked: given.choice.atOnce },
  ],
})}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
