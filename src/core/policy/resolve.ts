/** Follows every reference of a checked pack, once, so that the engine never looks anything up by name. */
import type { Day } from '../kit/days.ts'
import type { RatingDocument } from './documents/rating.ts'
import type { OverallRule, Policy } from './policy.ts'
import { bandOf, criterionOf, schemeOf } from './resolve-criterion.ts'
import { shareTolerances } from './resolve-tolerances.ts'

const overallOf = ({ overall, bands }: RatingDocument): OverallRule => {
  const leastKnown = overall.leastKnown.criteria
  if (overall.kind === 'worst') return { kind: overall.kind, leastKnown }
  const numbers = overall.kind === 'points' ? overall.points : overall.needs
  const perBand = bands.map((band) => ({ band: bandOf(band), number: numbers[band.id] ?? 0 }))
  if (overall.kind === 'at-least-n')
    return {
      kind: overall.kind,
      leastKnown,
      needs: perBand.map(({ band, number }) => ({ band, criteria: number })),
    }
  return {
    kind: overall.kind,
    leastKnown,
    points: perBand.map(({ band, number }) => ({ band, each: number })),
    tolerances: shareTolerances(bands.map(bandOf), overall.tolerances),
  }
}

/** Returns the policy that a checked pack means. Throws only where it was not checked. */
export const resolve = (documents: Policy['documents'], sha256: string): Policy => {
  const { pack, rating } = documents
  const { hangsOn, olderThan, interval } = rating.confidence
  return {
    reference: {
      pack: pack.id,
      version: pack.version,
      inForceFrom: pack.inForceFrom.day as Day,
      sha256,
    },
    name: pack.name,
    serviceTypes: pack.serviceTypes.map(({ id, name }) => ({ id, name })),
    rating: {
      ...(rating.overall.name === undefined ? {} : { name: rating.overall.name }),
      bands: rating.bands.map(bandOf),
      schemes: rating.schemes.map(schemeOf),
      criteria: rating.criteria.map((row) => criterionOf(row, documents)),
      overall: overallOf(rating),
      confidence: {
        cases: hangsOn.cases,
        years: olderThan.years,
        level: interval.level.numerator / interval.level.denominator,
      },
    },
    documents,
  }
}
