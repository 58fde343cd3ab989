import { dayOf } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import type { StatedCriterion } from '../../core/policy/stated-criterion.ts'
import { factInWords } from '../../core/ratings/because-stated.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { StatedFact } from './queries.ts'

const shownValue = (criterion: StatedCriterion, stated: StatedFact | undefined): Html => {
  if (stated === undefined || stated.value === null)
    return criterion.kind === 'amount' && criterion.takenFrom
      ? html`Taken from the contracts in force`
      : html`Not known`
  const on = dayOf(stated.recordedAt)
  return html`${factInWords(criterion, stated.value, on)}<br><span class="govuk-hint govuk-!-margin-0">Stated on ${dayInWords(on)}${stated.by && ` by ${stated.by}`}</span>`
}

/** What is stated of a service, on its page. Nothing where the policy reads nothing of the kind. */
export const statedSection = (given: {
  readonly service: string
  readonly criteria: readonly StatedCriterion[]
  readonly facts: readonly StatedFact[]
  readonly mayState: boolean
}): Html | false =>
  given.criteria.length > 0 &&
  html`<h2 class="govuk-heading-m" id="stated-facts">What is stated for the rating</h2>
${summaryList({
  rows: given.criteria.map((criterion) => ({
    key: { text: criterion.name },
    value: {
      html: shownValue(
        criterion,
        given.facts.find(({ fact }) => fact === criterion.fact),
      ),
    },
  })),
})}
${given.mayState && html`<p class="govuk-body"><a class="govuk-link" href="/services/${given.service}/stated-facts">Change what is stated</a></p>`}`
