/** How one rating comes of all rows. */
import { counted } from '../../../core/kit/words.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { toleranceInWords } from '../../../core/ratings/tolerance.ts'
import type { Said } from './saying.ts'

const criteria = (number: number): string => counted(number, 'criterion', 'criteria')

type Rule = Policy['documents']['rating']['overall']

const byNeeds = ({ needs }: Extract<Rule, { kind: 'at-least-n' }>, { rating }: Policy): readonly Said[] =>
  rating.bands.map(({ id, name }) => {
    const least = needs[id] ?? 0
    return {
      text: least === 0 ? `${name}: else` : `${name}: where at least ${criteria(least)} propose it, or worse`,
    }
  })

const byPoints = (rule: Extract<Rule, { kind: 'points' }>, { rating }: Policy): readonly Said[] => {
  const cells = rating.overall.kind === 'points' ? rating.overall.tolerances : []
  return rating.bands.map(({ id, name }) => {
    const meaning = cells.find(({ band }) => band.id === id)
    const sum = meaning === undefined ? 'never this' : toleranceInWords(meaning).toLowerCase()
    const points = counted(rule.points[id] ?? 0, 'point', 'points')
    return {
      text: `${name}: ${points} for each criterion; the rating where the sum is ${sum}`,
      value: rule.tolerances[id],
    }
  })
}

/** Returns the rule, with a line for each band where it differs by band. */
export const ruleInWords = (policy: Policy): readonly Said[] => {
  const { overall } = policy.documents.rating
  if (overall.kind === 'worst')
    return [{ text: 'The worst colour that a known criterion proposes is the rating.' }]
  return overall.kind === 'points' ? byPoints(overall, policy) : byNeeds(overall, policy)
}

/** Returns how much must be known for a rating. */
export const leastKnownInWords = ({ documents }: Policy): Said => {
  const { leastKnown } = documents.rating.overall
  const text = `At least ${criteria(leastKnown.criteria)} must be known, or all that apply where fewer apply. Else there is no rating.`
  return { text, value: leastKnown }
}
