/** What is new about a service since the last session: from the proposal of then and the one of now, in words. */
import type { Band } from '../policy/band.ts'
import { bandNamed } from '../policy/band.ts'

/** As much of a criterion of a proposal as can be news. */
export type CriterionThen = {
  readonly id: string
  readonly name: string
  readonly state: 'known' | 'unknown' | 'not-applicable'
  readonly proposes: string | null
  readonly value: string | number | null
}

/** A proposal of then or of now. */
export type ProposalThen = { readonly band: string | null; readonly criteria: readonly CriterionThen[] }

const named = (bands: readonly Band[], band: string | null): string =>
  band === null ? 'no rating' : bandNamed(bands, band).name

const ofWhole = (then: ProposalThen, now: ProposalThen, bands: readonly Band[]): readonly string[] =>
  then.band === now.band ? [] : [`Proposed ${named(bands, now.band)}, was ${named(bands, then.band)}`]

const ofCriterion = (
  then: CriterionThen | undefined,
  now: CriterionThen,
  bands: readonly Band[],
): string | null => {
  if (then === undefined || then.state === 'not-applicable' || now.state === 'not-applicable') return null
  if (then.state !== now.state)
    return now.state === 'known'
      ? `${now.name}: now known, ${named(bands, now.proposes)}`
      : `${now.name}: not known any more`
  if (then.proposes !== now.proposes)
    return `${now.name}: ${named(bands, now.proposes)}, was ${named(bands, then.proposes)}`
  return then.value === now.value ? null : `${now.name}: the figure changed`
}

/**
 * Returns what changed from one proposal to a later one, most important first: the whole, then criterion by criterion.
 * Empty where nothing did. Where there was no proposal then, all is new.
 */
export const newsOf = (
  then: ProposalThen | null,
  now: ProposalThen | null,
  bands: readonly Band[],
): readonly string[] => {
  if (now === null) return []
  if (then === null) return ['Rated for the first time']
  const before = new Map(then.criteria.map((criterion) => [criterion.id, criterion]))
  const changes = now.criteria.flatMap((criterion) => {
    const words = ofCriterion(before.get(criterion.id), criterion, bands)
    return words === null ? [] : [words]
  })
  return [...ofWhole(then, now, bands), ...changes]
}
