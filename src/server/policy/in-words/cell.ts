import { counted, listed } from '../../../core/kit/words.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { toleranceInWords } from '../../../core/ratings/tolerance.ts'

/** Returns what a cell means, as it is compared, and what it gives where the policy adds points. */
export const meaningOf = ({ rating }: Policy, criterion: string, band: string): string => {
  const row = rating.criteria.find(({ id }) => id === criterion)
  const cell = row?.tolerances.find((each) => each.band.id === band)
  if (row === undefined || cell === undefined) return ''
  const unit = row.kind === 'since' ? ' months' : ''
  const meaning = 'grades' in cell ? listed(cell.grades, 'or') : `${toleranceInWords(cell)}${unit}`
  return cell.points === undefined ? meaning : `${meaning}: ${counted(cell.points, 'point', 'points')}`
}
