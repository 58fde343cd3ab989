/** A stated fact as people say it. */
import { type Day, isDay } from '../kit/days.ts'
import { monthsSince } from '../kit/months.ts'
import { counted, dayInWords, numberInWords } from '../kit/words.ts'
import type { StatedCriterion } from '../policy/stated-criterion.ts'
import type { Known, StatedEvidence } from './rating.ts'
import { toleranceInWords } from './tolerance.ts'

/** Returns a fact with what it is of: `35 people`, `high`, `1 June 2025, 17 months before`. */
export const factInWords = (criterion: StatedCriterion, stated: string | number, asAt: Day): string => {
  if (criterion.kind === 'amount')
    return `${numberInWords(Number(stated))} ${Number(stated) === 1 ? criterion.one : criterion.many}`
  if (criterion.kind === 'level' || typeof stated !== 'string' || !isDay(stated)) return String(stated)
  const { numerator, denominator } = monthsSince(stated, asAt)
  const months = Math.floor(numerator / denominator)
  const more = numerator % denominator === 0 ? '' : 'more than '
  return `${dayInWords(stated)}, ${more}${counted(months, 'month', 'months')} before`
}

/** Returns what was stated, and the cell that holds it. */
export const statedInWords = (
  criterion: StatedCriterion,
  { stated, takenFrom }: StatedEvidence,
  { proposes }: Known,
  asAt: Day,
): string => {
  if (stated === null) return ''
  const by = takenFrom === undefined ? '' : ', by the contracts in force'
  const said = `${criterion.name}: ${factInWords(criterion, stated, asAt)}${by}.`
  const bandName = criterion.tolerances.find(({ band }) => band.id === proposes)?.band.name ?? proposes
  if (criterion.kind === 'level') return `${said} This is ${bandName}.`
  const cell = criterion.tolerances.find(({ band }) => band.id === proposes)
  const unit = criterion.kind === 'since' ? ' months' : ''
  return cell === undefined ? said : `${said} ${toleranceInWords(cell)}${unit} is ${bandName}.`
}
