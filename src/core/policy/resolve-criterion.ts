/** Follows the references of one row of the table. */

import { type Band, colourWithout } from './band.ts'
import type { CriterionDocument } from './documents/criterion.ts'
import type { RatingDocument } from './documents/rating.ts'
import { gradeNamed, partNamed } from './grades.ts'
import type { Basis, Criterion, OverlapRule, Policy, Scheme } from './policy.ts'
import { statedOf } from './resolve-stated.ts'
import { gradeTolerances, shareTolerances } from './resolve-tolerances.ts'

/** Returns where a value comes from. The files' check has seen that it says exactly one of the two. */
export const basisOf = (value: { source?: string | undefined; assumption?: string | undefined }): Basis =>
  value.source === undefined ? { assumption: value.assumption ?? '' } : { source: value.source }

const named = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item => {
  const item = items.find((candidate) => candidate.id === id)
  if (item === undefined) throw new Error(`The pack was resolved before it was checked: there is no ${id}.`)
  return item
}

/** Returns a band without where it comes from. */
export const bandOf = ({ id, name, colour }: RatingDocument['bands'][number]): Band => ({
  id,
  name,
  colour: colour ?? colourWithout(id),
})

/** Returns a scheme without where it comes from. */
export const schemeOf = (scheme: RatingDocument['schemes'][number]): Scheme => ({
  id: scheme.id,
  name: scheme.name,
  part: scheme.part,
  grades: scheme.grades,
  aliases: scheme.aliases.map(({ name, means }) => ({ name, means })),
  notRated: scheme.notRated.grades,
  parts: scheme.parts,
})

const overlapRule = (
  rule: Extract<CriterionDocument, { kind: 'rating' }>['overlaps'][number],
  bands: readonly Band[],
  scheme: Scheme,
): OverlapRule => ({
  grade: gradeNamed(scheme, rule.grade) ?? rule.grade,
  noPartKnown: named(bands, rule.noPartKnown),
  alternatives: rule.proposes.map(({ band, ifAnyOf = [] }) => ({
    band: named(bands, band),
    anyOf: ifAnyOf.map(({ part, below }) => ({ part, below: gradeNamed(scheme, below) ?? below })),
  })),
  basis: basisOf(rule),
})

/** Returns a row of the table with its scheme, window and cells in place. */
export const criterionOf = (row: CriterionDocument, { pack, rating }: Policy['documents']): Criterion => {
  const { bands } = rating
  const common = {
    id: row.id,
    name: row.name,
    source: row.source,
    appliesTo:
      row.appliesTo.serviceTypes === 'all'
        ? pack.serviceTypes.map(({ id }) => id)
        : row.appliesTo.serviceTypes,
    knownBy: { who: row.knownBy.who, what: row.knownBy.what },
  }
  if (row.kind === 'rating') {
    const scheme = schemeOf(named(rating.schemes, row.scheme))
    return {
      ...common,
      kind: row.kind,
      scheme,
      deciding: row.deciding.parts.map((part) => partNamed(scheme, part) ?? part),
      tolerances: gradeTolerances(
        bands.map(bandOf),
        row.tolerances,
        (grade) => gradeNamed(scheme, grade) ?? grade,
      ),
      overlaps: row.overlaps.map((rule) => overlapRule(rule, bands.map(bandOf), scheme)),
    }
  }
  if ('fact' in row) return { ...common, ...statedOf(row, bands.map(bandOf)) }
  const window = named(rating.windows, row.window)
  const counting = {
    ...common,
    window: { months: window.months, basis: basisOf(window) },
    tolerances: shareTolerances(bands.map(bandOf), row.tolerances),
    overlap: row.overlap?.propose ?? 'worse',
  }
  if (row.kind === 'points') {
    const points = row.points.map(({ kind, each }) => ({ kind, each }))
    const called = row.called && { one: row.called.one, many: row.called.many }
    return { ...counting, kind: row.kind, points, ...(called === undefined ? {} : { called }) }
  }
  const counts = { counts: row.counts.kinds, one: row.counts.one, many: row.counts.many }
  if (row.kind === 'rate') return { ...counting, ...counts, kind: row.kind }
  const { outcomes, progressed, words } = row.met
  return { ...counting, ...counts, kind: row.kind, met: { outcomes, progressed, words } }
}
