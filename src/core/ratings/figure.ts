/** A criterion's figure in few words, for tables. A number never stands without what it is of. */
import { isDay } from '../kit/days.ts'
import { percentInWords } from '../kit/exact.ts'
import { counted, dayInWords, numberInWords } from '../kit/words.ts'
import type { Evidence, StatedEvidence } from './rating.ts'

type Counts =
  | { readonly kind: 'rating' }
  | Pick<Extract<Evidence, { kind: 'rate' }>, 'kind' | 'events' | 'population'>
  | Pick<Extract<Evidence, { kind: 'proportion' }>, 'kind' | 'met' | 'concluded'>
  | Pick<Extract<Evidence, { kind: 'points' }>, 'kind' | 'points'>
  | StatedEvidence

/** As much of a criterion's rating as its figure needs. */
export type Figured =
  | { readonly state: 'known'; readonly value: string | number; readonly evidence: Counts }
  | { readonly state: 'unknown' | 'not-applicable' }

const statedInWords = (stated: string | number): string => {
  if (typeof stated === 'number') return numberInWords(stated)
  return isDay(stated) ? dayInWords(stated) : stated
}

/** Returns the figure: `3 for 40 people (7.5%)`, `1 of 2 (50%)`, `Good`. */
export const figureInWords = (found: Figured): string => {
  if (found.state !== 'known') return found.state === 'unknown' ? 'Not known' : 'Does not apply'
  const { evidence, value } = found
  if (evidence.kind === 'rating') return String(value)
  if ('stated' in evidence) return statedInWords(value)
  if (evidence.kind === 'points') return counted(evidence.points, 'point', 'points')
  if (evidence.kind === 'proportion') {
    const { met: numerator, concluded: denominator } = evidence
    return `${numerator} of ${denominator} (${percentInWords({ numerator, denominator })})`
  }
  const people = evidence.population?.people ?? 0
  const share = percentInWords({ numerator: evidence.events, denominator: people })
  return `${evidence.events} for ${counted(people, 'person', 'people')} (${share})`
}
