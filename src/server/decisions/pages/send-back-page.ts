import type { ConfirmError } from '../../../core/decisions/confirm-form.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { button } from '../../../ui/components/button.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { DecisionMade } from '../queries/decided-here.ts'

/** Why a decision goes back to those who decide. */
export const sendBackPage = (given: {
  readonly session: string
  readonly decision: DecisionMade
  readonly bands: readonly Band[]
  readonly reason: string
  readonly sentBack: boolean
  readonly errors: readonly ConfirmError[]
}): Html => {
  const { session, decision, bands } = given
  return html`${pageHeading({ text: `Send back: ${decision.name}`, caption: `${bandNamed(bands, decision.band).name}, decided on ${dayInWords(decision.on)}` })}
<p class="govuk-body">The decision stays in effect. It comes first at the next session, with your reason, and is decided anew.</p>
<form method="post" action="/decisions/${session}/send-back/${decision.id}" novalidate>
${textarea({
  id: 'reason',
  name: 'reason',
  rows: 3,
  label: { text: 'Why it goes back', classes: 'govuk-label--s' },
  value: given.reason,
  errorMessage: errorOf(given.errors, 'reason'),
})}
<div class="govuk-button-group">
${button({ text: 'Send back', name: 'do', value: 'back', preventDoubleClick: true })}
${given.sentBack && button({ text: 'Do not send back', name: 'do', value: 'keep', classes: 'govuk-button--secondary' })}
</div>
</form>
<p class="govuk-body"><a class="govuk-link" href="/decisions/${session}">Go back to the meeting</a></p>`
}
