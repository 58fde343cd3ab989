import { dayInWords } from '../core/kit/words.ts'
import type { ServiceFacts } from '../core/ratings/facts.ts'
import type { CriterionRating, Rating } from '../core/ratings/rating.ts'

const colour = (criterion: CriterionRating): string => {
  if (criterion.state === 'not-applicable') return 'Does not apply'
  return criterion.row.find(({ proposed }) => proposed)?.name ?? 'Unknown'
}

/** Returns a rating as a few lines for the terminal. */
export const ratingInWords = (
  { id, name }: ServiceFacts,
  { asAt, overall, criteria, policy }: Rating,
): string =>
  [
    `${name === id ? id : `${name} (${id})`}, ${dayInWords(asAt)}`,
    overall.because,
    ...criteria.map((criterion) => `  ${colour(criterion)}: ${criterion.name}\n    ${criterion.because}`),
    `  ${policy.pack}, version ${policy.version}, in force from ${dayInWords(policy.inForceFrom)}`,
  ].join('\n')
