import { joined } from '../../../core/register/joined.ts'
import type { LocationKnowledge, Source, UnidentifiedKnowledge } from '../../../core/register/knowledge.ts'
import { matchKeyOf } from '../../../core/register/match-key.ts'
import type { Known } from '../../../core/register/merge/known.ts'
import { isAsNew, type PastRating, pastOf, type Tellings } from '../../../core/register/merge/past.ts'
import type { Origin } from './origin.ts'

/** What a source says of a location, as it is stored. */
export type Said = Omit<Known, 'source' | 'produced'>

/** A row of `cqc_knowledge`. */
export type KnowledgeRow = {
  readonly location_id: string
  readonly source: Source
  readonly produced: string
  readonly file: string
  /** `past`: ratings that the source listed before. */
  readonly said: Said & { readonly past: readonly PastRating[] }
  readonly match_key: string | null
}

/** Returns what is stored of knowledge: neither its provider, who has rows of their own, nor when it was produced. */
export const saidOf = ({ facts, ratings, latestCheck, latestReport }: UnidentifiedKnowledge): Said => ({
  facts,
  ratings,
  latestCheck,
  latestReport,
})

/** Returns knowledge as a row. */
export const rowOf = (knowledge: LocationKnowledge, { file, undated }: Origin): KnowledgeRow => ({
  location_id: knowledge.id,
  source: knowledge.source,
  produced: knowledge.producedOn ?? undated,
  file,
  said: { ...saidOf(knowledge), past: [] },
  match_key: matchKeyOf(knowledge.facts),
})

/** Returns a row as what is merged: its latest telling, and the ratings of each before. */
export const knownOf = ({ source, produced, said }: KnowledgeRow): Known[] => {
  const { past, ...latest } = said
  const before = Map.groupBy(past, (one) => `${one.produced} ${one.file}`)
  return [
    { source, produced, ...latest },
    ...[...before.values()].map((of) => ({
      source,
      produced: of[0]?.produced ?? '',
      facts: {},
      ratings: { list: of.map(({ rating }) => rating), complete: false },
      latestCheck: null,
      latestReport: null,
    })),
  ]
}

const tellingsOf = ({ produced, file, said }: KnowledgeRow): Tellings => ({
  produced,
  file,
  list: said.ratings?.list ?? [],
  past: said.past,
})

/**
 * Returns the row that stands of two that one source gave of one location in two files: the one that was produced
 * later, with the ratings that the other lists and it does not. The API lists all that ever were: what its latest
 * record lacks, CQC has taken back.
 */
export const standingOf = (one: KnowledgeRow, other: KnowledgeRow): KnowledgeRow => {
  const [newest, older] = isAsNew(one, other) ? [one, other] : [other, one]
  if (newest.source === 'api') return newest
  return { ...newest, said: { ...newest.said, past: pastOf(tellingsOf(newest), tellingsOf(older)) } }
}

const knowledgeOfRow = ({ location_id, source, said }: KnowledgeRow): LocationKnowledge => ({
  id: location_id,
  source,
  producedOn: null,
  provider: null,
  ...said,
})

/**
 * Returns one row of two that one file gave of one location. Ratings come in pieces where their rows do not stand
 * together; of anything else that is told twice, the last telling stands.
 */
export const rejoined = (earlier: KnowledgeRow, later: KnowledgeRow): KnowledgeRow => {
  const said =
    later.source === 'latest-ratings'
      ? saidOf(joined(knowledgeOfRow(earlier), knowledgeOfRow(later)))
      : later.said
  return standingOf({ ...later, said: { ...said, past: [] } }, earlier)
}
