import { dayInWords } from '../core/kit/words.ts'
import type { ServiceFacts } from '../core/ratings/facts.ts'
import type { CriterionRating, Rating } from '../core/ratings/rating.ts'

const colour = (criterion: CriterionRating): string => {
  if (criterion.state === 'not-applicable') return 'Does not apply'
  return criterion.row.find(({ proposed }) => proposed)?.name ?? 'Unknown'
}

/** Returns a rating as a few lines for the terminal. `called` is what the policy calls the whole, if it does. */
export const ratingInWords = (
  { id, name }: ServiceFacts,
  { asAt, overall, criteria, policy }: Rating,
  called?: string,
): string =>
  [
    `${name === id ? id : `${name} (${id})`}, ${dayInWords(asAt)}`,
    called === undefined ? overall.because : `${called}: ${overall.because}`,
    ...criteria.map((criterion) => `  ${colour(criterion)}: ${criterion.name}\n    ${criterion.because}`),
    `  ${policy.pack}, version ${policy.version}, in force from ${dayInWords(policy.inForceFrom)}`,
  ].join('\n')
