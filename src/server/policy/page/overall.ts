import { counted } from '../../../core/kit/words.ts'
import type { RatingDocument } from '../../../core/policy/documents/rating.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { toleranceInWords } from '../../../core/ratings/tolerance.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { kindNames } from '../../register/words.ts'
import type { Marks } from './marks.ts'
import { points } from './section.ts'

const criteria = (number: number): string => counted(number, 'criterion', 'criteria')

const rule = ({ documents, rating }: Policy, marks: Marks): Content => {
  const { bands, overall } = documents.rating
  if (overall.kind === 'worst') return 'The worst colour that a known criterion proposes is the rating.'
  if (overall.kind === 'at-least-n')
    return points(
      bands.map(
        ({ id, name }) => `${name}: where at least ${criteria(overall.needs[id] ?? 0)} propose it, or worse`,
      ),
    )
  const cells = rating.overall.kind === 'points' ? rating.overall.tolerances : []
  return points(
    bands.map(({ id, name }) => {
      const meaning = cells.find(({ band }) => band.id === id)
      const cell = overall.tolerances[id]
      return html`${name}: ${counted(overall.points[id] ?? 0, 'point', 'points')} for each criterion; the rating where the sum is ${meaning && toleranceInWords(meaning).toLowerCase()} ${cell && marks.of(cell)}`
    }),
  )
}

/** How one rating comes of all rows. */
export const overallInWords = (policy: Policy, marks: Marks): Html => {
  const { overall } = policy.documents.rating
  return html`<div class="govuk-body">${rule(policy, marks)} ${marks.of(overall)}</div>
<p class="govuk-body">At least ${criteria(overall.leastKnown.criteria)} must be known, or all that apply where fewer apply. Else there is no rating. ${marks.of(overall.leastKnown)}</p>
<p class="govuk-body">A criterion that is not known never makes a rating better or worse. It is listed as missing.</p>`
}

/** When a figure is called unsure. */
export const confidenceInWords = ({ confidence }: RatingDocument, marks: Marks): Html => {
  const { hangsOn, olderThan, interval } = confidence
  return html`<p class="govuk-body">A value of low confidence still counts. It is low where:</p>
${points([
  html`${counted(hangsOn.cases, 'case', 'cases')} fewer would change the colour ${marks.of(hangsOn)}`,
  html`a rating by others was published more than ${counted(olderThan.years, 'year', 'years')} before, or none of its parts is known ${marks.of(olderThan)}`,
])}
<p class="govuk-body">Beside each share stands its ${interval.level.text} interval: where the true figure probably lies. ${marks.of(interval)}</p>`
}

/** Kinds of intelligence that a person weighs. */
export const shownOnly = (
  { shownNotScored }: RatingDocument,
  marks: Marks,
): Html => html`<p class="govuk-body">These are shown with a service, and change no colour:</p>
${points(shownNotScored.map((each) => html`${kindNames[each.kind]} ${marks.of(each)}`))}`
