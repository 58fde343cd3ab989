import { sql } from 'kysely'
import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import { type Day, endOf } from '../../core/kit/days.ts'
import type { Population } from '../../core/ratings/facts.ts'
import { db } from '../platform/database/unit-of-work.ts'
import { collectedThen } from '../ratings/collected.ts'
import { factsOf } from '../ratings/facts.ts'
import { populationThen } from '../ratings/queries.ts'
import type { ServiceFound } from '../register/queries/show-service.ts'

/** What the trends of a service are made of. */
export type TrendFacts = {
  readonly items: readonly { readonly kind: IntelligenceKind; readonly occurred: Day }[]
  /** Since when each kind is collected of the service; a kind that is not there is not collected. */
  readonly collectedFrom: Readonly<Partial<Record<IntelligenceKind, Day>>>
  readonly population: Population | null
}

type Item = { kind: IntelligenceKind; occurred: Day }

const knownThen = async (service: string, asAt: Day): Promise<readonly Item[]> =>
  (
    await sql<Item>`select kind, occurred from intelligence_known(${endOf(asAt)})
      where service_id = ${service}`.execute(db())
  ).rows

/** Returns what is known of a service's months, or what was known at the end of a past day (X3). */
export const trendFactsOf = async (
  service: ServiceFound,
  asAt: Day | null,
  today: Day,
): Promise<TrendFacts> => {
  if (asAt !== null)
    return {
      items: await knownThen(service.id, asAt),
      collectedFrom: await collectedThen(service, asAt),
      population: await populationThen(service.id, asAt),
    }
  const [facts] = await factsOf([service.id], today)
  return {
    items: facts?.intelligence ?? [],
    collectedFrom: facts?.collectedFrom ?? {},
    population: facts?.population ?? null,
  }
}
