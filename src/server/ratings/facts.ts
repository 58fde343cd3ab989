import { sql } from 'kysely'
import type { Conclusion, IntelligenceItem } from '../../core/intelligence/item.ts'
import type { IntelligenceKind, Outcome } from '../../core/intelligence/kinds.ts'
import { type Day, dayOf } from '../../core/kit/days.ts'
import type { Grading, Population, ServiceFacts } from '../../core/ratings/facts.ts'
import type { Stated } from '../../core/ratings/stated-form.ts'
import { cqcFact } from '../../core/register/cqc-facts.ts'
import type { Rating } from '../../core/register/rating.ts'
import { db } from '../platform/database/unit-of-work.ts'
import { collectedFor } from './collected.ts'

type RatingRow = {
  location_id: string
  overall: string
  published: Day | null
  key_questions: unknown
  service: string | null
  scheme: string
  inherited: boolean
}

const ratingOf = (row: RatingRow): Rating => ({
  overall: row.overall,
  published: row.published,
  keyQuestions: row.key_questions as Rating['keyQuestions'],
  service: row.service,
  scheme: row.scheme as Rating['scheme'],
  inherited: row.inherited,
  report: null,
})

const gradingsOf = (rows: readonly RatingRow[], asAt: Day): Grading[] => {
  const fact = cqcFact(rows.map(ratingOf), asAt)
  if (!fact) return []
  return [
    {
      scheme: 'cqc',
      published: fact.published,
      // CQC's ratings are public from their publication on: that is when they were known.
      recorded: fact.published,
      overall: fact.overall,
      parts: Object.fromEntries(fact.keyQuestions.map(({ name, rating }) => [name, rating])),
    },
  ]
}

const bases: Readonly<Record<string, Population['basis']>> = { capacity: 'capacity', return: 'return' }

const populationOf = (row: {
  population: number | null
  population_basis: string | null
}): Population | null =>
  row.population === null
    ? null
    : { people: row.population, basis: bases[row.population_basis ?? ''] ?? 'stated' }

/** What people state of each service, by the keys of the policy. */
const statedOf = async (services: readonly string[]): Promise<ReadonlyMap<string, Stated>> => {
  const rows = await db()
    .selectFrom('stated_fact_now')
    .where('service_id', 'in', services)
    .select(['service_id', 'fact', 'value'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.service_id)].map(([service, facts]) => [
      service,
      Object.fromEntries(facts.map(({ fact, value }) => [fact, value as string | number | null])),
    ]),
  )
}

/** Pounds a year of the contracts in force, by service. Where one of them has no value, the sum is not known. */
const contractValues = async (
  services: readonly string[],
  asAt: Day,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db()
    .selectFrom('contract_now')
    .where('service_id', 'in', services)
    .where('starts', '<=', asAt)
    .where(sql<boolean>`coalesce(stopped_on, ends, ${asAt}) >= ${asAt}`)
    .groupBy('service_id')
    .having(sql<boolean>`count(*) = count(annual_value)`)
    .select(['service_id', sql<string>`sum(annual_value)`.as('pence')])
    .execute()
  return new Map(rows.map(({ service_id, pence }) => [service_id, Number(pence) / 100]))
}

/**
 * Returns the facts of services as they are known now, in a handful of queries whatever their number: what the rating
 * engine reads.
 */
export const factsOf = async (services: readonly string[], asAt: Day): Promise<ServiceFacts[]> => {
  if (services.length === 0) return []
  const rows = await db()
    .selectFrom('service_now')
    .where('id', 'in', services)
    .selectAll()
    .orderBy('id')
    .execute()
  const locations = rows.flatMap(({ location_id }) => (location_id ? [location_id] : []))
  const ratings =
    locations.length === 0
      ? []
      : await db()
          .selectFrom('cqc_rating_now')
          .where('location_id', 'in', locations)
          .selectAll()
          .orderBy('published', (order) => order.desc().nullsLast())
          .orderBy('service', (order) => order.asc().nullsFirst())
          .execute()
  const items = await db()
    .selectFrom('intelligence_now')
    .where('service_id', 'in', services)
    .selectAll()
    .orderBy('service_id')
    .orderBy('occurred')
    .orderBy('id')
    .execute()
  const stated = await statedOf(services)
  const values = await contractValues(services, asAt)
  const collected = await collectedFor(asAt)

  const ratingsByLocation = Map.groupBy(ratings, (row) => row.location_id)
  const itemsByService = Map.groupBy(items, (row) => row.service_id)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    serviceType: row.service_type,
    population: populationOf(row),
    gradings: row.location_id ? gradingsOf(ratingsByLocation.get(row.location_id) ?? [], asAt) : [],
    risk: stated.get(row.id) ?? {},
    contractValue: values.get(row.id) ?? null,
    collectedFrom: collected(row),
    intelligence: (itemsByService.get(row.id) ?? []).map((item) =>
      itemOf({ ...item, recorded: dayOf(item.recorded_at) }),
    ),
  }))
}

/** A row of intelligence, with the day on which it was known. */
export type ItemRow = {
  id: string
  kind: string
  occurred: Day
  concluded: Day | null
  progressed: boolean | null
  outcome: string | null
  recorded: Day
}

/** Returns a row as the engine reads it. Rows were checked when they were recorded; here they only take its shape. */
export const itemOf = (row: ItemRow): IntelligenceItem => {
  const { id, occurred, recorded } = row
  const conclusion: Conclusion | null =
    row.concluded === null || row.outcome === null
      ? null
      : { on: row.concluded, recorded, outcome: row.outcome as Outcome }
  if (row.kind === 'section-42') {
    const ended = conclusion && { ...conclusion, progressed: row.progressed === true }
    return { id, occurred, recorded, kind: 'section-42', conclusion: ended }
  }
  const kind = row.kind as Exclude<IntelligenceKind, 'section-42'>
  return { id, occurred, recorded, kind, conclusion }
}
