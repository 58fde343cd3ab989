/**
 * Gaps, overlaps and cells that nothing reaches, in rows of figures. Whether a figure lies in a cell can only
 * change at one of the ends, so it is enough to try every end and one figure between each two.
 */

import { compare, type Fraction } from '../../kit/exact.ts'
import { listed } from '../../kit/words.ts'
import { within } from '../../ratings/tolerance.ts'
import type { ShareTolerance } from '../policy.ts'
import { bandOf } from '../resolve-criterion.ts'
import { shareTolerances } from '../resolve-tolerances.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

/** `points` are whole; an `amount` has any size; `rate` and `share` are written as percentages. */
type Domain = 'share' | 'rate' | 'points' | 'amount'
type Sample = { readonly at: Fraction; readonly says: string }
type Row = {
  readonly path: readonly PropertyKey[]
  readonly cells: Parameters<typeof shareTolerances>[1]
  readonly domain: Domain
  readonly resolved: boolean
}

const zero: Fraction = { numerator: 0, denominator: 1 }
const one: Fraction = { numerator: 1, denominator: 1 }

const written = ({ numerator, denominator }: Fraction, domain: Domain): string =>
  domain === 'points' || domain === 'amount'
    ? `${numerator / denominator}`
    : `${(numerator * 100) / denominator}%`

const between = (low: Fraction, high: Fraction): Fraction => ({
  numerator: low.numerator * high.denominator + high.numerator * low.denominator,
  denominator: 2 * low.denominator * high.denominator,
})

const endsOf = (tolerances: readonly ShareTolerance[], domain: Domain): readonly Fraction[] =>
  [
    zero,
    ...(domain === 'share' ? [one] : []),
    ...tolerances.flatMap(({ low, high }) => [low?.at ?? zero, high?.at ?? zero]),
  ]
    .sort(compare)
    .filter((end, index, all) => compare(end, all[index - 1] ?? { numerator: -1, denominator: 1 }) !== 0)

// Points are whole: between 7 and 8 there is nothing to cover.
const isPossible = (domain: Domain, { numerator, denominator }: Fraction): boolean =>
  domain === 'points' ? numerator % denominator === 0 : domain !== 'share' || numerator <= denominator

const stepsUp = (end: Fraction, next: Fraction | undefined, domain: Domain): Sample => {
  if (domain === 'points') {
    const above = { numerator: Math.floor(end.numerator / end.denominator) + 1, denominator: 1 }
    return { at: above, says: `of ${written(above, domain)}` }
  }
  if (next === undefined)
    return {
      at: { ...end, numerator: end.numerator + end.denominator },
      says: `over ${written(end, domain)}`,
    }
  return { at: between(end, next), says: `between ${written(end, domain)} and ${written(next, domain)}` }
}

const samplesOf = (tolerances: readonly ShareTolerance[], domain: Domain): readonly Sample[] =>
  endsOf(tolerances, domain)
    .flatMap((end, index, ends) => [
      { at: end, says: `of exactly ${written(end, domain)}` },
      stepsUp(end, ends[index + 1], domain),
    ])
    .filter(({ at }) => isPossible(domain, at))

type Figured = Exclude<Documents['rating']['criteria'][number], { kind: 'rating' | 'level' }>

const domainOf = (criterion: Figured): Domain => {
  if (criterion.kind === 'proportion') return 'share'
  if (criterion.kind === 'since') return 'amount'
  if (criterion.kind === 'amount') return criterion.fact.whole ? 'points' : 'amount'
  return criterion.kind
}

const rowsOf = ({ rating }: Documents): readonly Row[] => {
  const rows = rating.criteria.flatMap((criterion, index): readonly Row[] => {
    if (criterion.kind === 'rating' || criterion.kind === 'level') return []
    const path = ['criteria', index, 'tolerances']
    const resolved = 'overlap' in criterion && criterion.overlap !== undefined
    return [{ path, cells: criterion.tolerances, domain: domainOf(criterion), resolved }]
  })
  if (rating.overall.kind !== 'points') return rows
  return [
    ...rows,
    { path: ['overall', 'tolerances'], cells: rating.overall.tolerances, domain: 'points', resolved: false },
  ]
}

const complain = about('rating')

const checkRow = (
  { path, cells, domain, resolved }: Row,
  bands: Documents['rating']['bands'],
): readonly PackComplaint[] => {
  const tolerances = shareTolerances(bands.map(bandOf), cells)
  const samples = samplesOf(tolerances, domain)
  const holding = samples.map((sample) => ({
    ...sample,
    bands: tolerances.filter((tolerance) => within(tolerance, sample.at)).map(({ band }) => band),
  }))
  const gaps = holding
    .filter((sample) => sample.bands.length === 0)
    .map(({ says }) =>
      complain(
        path,
        `No band holds a figure ${says}.`,
        'Move an end of the band below or above it, so that the row has no gap.',
      ),
    )
  const overlaps = resolved ? [] : holding.filter((sample) => sample.bands.length > 1)
  const twice = overlaps.map(({ says, bands: both }) =>
    complain(
      [...path, both[0]?.id ?? ''],
      `A figure ${says} is in ${listed(both.map(({ name }) => name))}, and no rule says which.`,
      'Move an end (over and under leave the figure out, from and to hold it), or add an overlap rule to the criterion.',
    ),
  )
  const unreached = tolerances
    .filter(({ band }) => !holding.some((sample) => sample.bands.some(({ id }) => id === band.id)))
    .map(({ band }) =>
      complain(
        [...path, band.id],
        `No figure can reach ${band.name}.`,
        'Correct its ends, or take the band out of this row.',
      ),
    )
  return [...gaps, ...twice, ...unreached]
}

/** Returns a complaint for each gap, each overlap that no rule resolves, and each cell that nothing can reach. */
export const checkCells = (documents: Documents): readonly PackComplaint[] =>
  rowsOf(documents).flatMap((row) => checkRow(row, documents.rating.bands))
