import { counted } from '../../../core/kit/words.ts'
import type { RatingDocument } from '../../../core/policy/documents/rating.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import { kindNames } from '../../register/words.ts'
import { leastKnownInWords, ruleInWords } from '../in-words/overall.ts'
import type { Said } from '../in-words/saying.ts'
import type { Marks } from './marks.ts'
import { points } from './section.ts'

const line = ({ text, value }: Said, marks: Marks): Html =>
  html`${text} ${value !== undefined && marks.of(value)}`

/** How one rating comes of all rows. */
export const overallInWords = (policy: Policy, marks: Marks): Html => {
  const { overall } = policy.documents.rating
  const rule = ruleInWords(policy).map((each) => line(each, marks))
  return html`<div class="govuk-body">${overall.kind === 'worst' ? rule : points(rule)} ${marks.of(overall)}</div>
<p class="govuk-body">${line(leastKnownInWords(policy), marks)}</p>
<p class="govuk-body">A criterion that is not known never makes a rating better or worse. It is listed as missing.</p>`
}

/** When a figure is called unsure. */
export const confidenceInWords = ({ confidence }: RatingDocument, marks: Marks): Html => {
  const { hangsOn, olderThan, interval } = confidence
  return html`<p class="govuk-body">A value of low confidence still counts. It is low where:</p>
${points([
  html`${counted(hangsOn.cases, 'case', 'cases')} fewer would change the rating ${marks.of(hangsOn)}`,
  html`a rating by others was published more than ${counted(olderThan.years, 'year', 'years')} before, or none of its parts is known ${marks.of(olderThan)}`,
])}
<p class="govuk-body">Beside each share stands its ${interval.level.text} interval: where the true figure probably lies. ${marks.of(interval)}</p>`
}

/** Kinds of intelligence that a person weighs. */
export const shownOnly = (
  { shownNotScored }: RatingDocument,
  marks: Marks,
): Html => html`<p class="govuk-body">These are shown with a service, and change no rating:</p>
${points(shownNotScored.map((each) => html`${kindNames[each.kind]} ${marks.of(each)}`))}`
