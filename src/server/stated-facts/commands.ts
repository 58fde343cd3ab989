import { sql } from 'kysely'
import { fault } from '../../core/kit/problems.ts'
import { changedFacts, type Stated } from '../../core/ratings/stated-form.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'

const standing = async (service: string): Promise<Stated> => {
  const rows = await db()
    .selectFrom('stated_fact')
    .where('service_id', '=', service)
    .where('superseded_at', 'is', null)
    .select(['fact', 'value'])
    .execute()
  return Object.fromEntries(rows.map(({ fact, value }) => [fact, value as string | number | null]))
}

const supersede = async (service: string, facts: readonly string[]): Promise<void> =>
  void (await db()
    .updateTable('stated_fact')
    .set({ superseded_at: now() })
    .where('service_id', '=', service)
    .where('superseded_at', 'is', null)
    .where('fact', 'in', facts)
    .execute())

/**
 * Records what people state of a service, in the unit of work that it is called in: each fact that changed gets a
 * version. Returns how many changed. Throws `not-found` for a service that the actor may not see.
 */
export const stateFacts = async (service: string, stated: Stated): Promise<number> => {
  // Two people who state at once wait for each other here; the second supersedes the first, and both stay in the trail.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stated ${service}`}, 0))`.execute(db())
  const found = await db()
    .selectFrom('service_now')
    .where('id', '=', service)
    .select('authority_id')
    .executeTakeFirst()
  if (!found) throw fault('not-found', { what: 'service', id: service })
  const before = await standing(service)
  const facts = changedFacts(before, stated)
  if (facts.length === 0) return 0
  const of = (values: Stated) => Object.fromEntries(facts.map((fact) => [fact, values[fact] ?? null]))
  await emit(
    {
      kind: 'facts.stated',
      authority: found.authority_id,
      subject: { kind: 'service', id: service },
      payload: { before: of(before), after: of(stated) },
    },
    async (event) => {
      await supersede(service, facts)
      const common = {
        authority_id: found.authority_id,
        service_id: service,
        recorded_at: now(),
        event_id: event.id,
      }
      const rows = facts.map((fact) => ({ ...common, fact, value: json(stated[fact] ?? null) }))
      await db().insertInto('stated_fact').values(rows).execute()
    },
  )
  return facts.length
}

const json = (value: string | number | null): string | null => (value === null ? null : JSON.stringify(value))
