import { sql } from 'kysely'
import type { IntelligenceKind } from '../../../core/intelligence/kinds.ts'
import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { idOfReference } from '../id-of-reference.ts'

/** A feed or form, and what it collects: every item of these kinds, from a day on, of these services. */
export type NewFeed = {
  /** Made with the form, so that a form sent twice declares once. */
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly kinds: readonly IntelligenceKind[]
  readonly from: Day
  /** Of these types, of these services; both null: of all that the council commissions. */
  readonly serviceTypes: readonly string[] | null
  readonly services: readonly string[] | null
}

const isThere = async (id: string): Promise<boolean> =>
  (await db().selectFrom('intelligence_feed').where('id', '=', id).select('id').executeTakeFirst()) !==
  undefined

/** Declares what a feed or form collects. Returns false where the same form was sent before. */
export const declareFeed = async (feed: NewFeed): Promise<boolean> => {
  const { authority, name, kinds, from, serviceTypes, services } = feed
  const rows = kinds.map((kind) => ({ id: idOfReference(authority, 'feed', `${feed.id} ${kind}`), kind }))
  await sql`select pg_advisory_xact_lock(hashtextextended(${feed.id}, 0))`.execute(db())
  const [first] = rows
  if (first === undefined || (await isThere(first.id))) return false
  await emit(
    {
      kind: 'feed.declared',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { name, kinds, from, serviceTypes, services },
    },
    (event) =>
      db()
        .insertInto('intelligence_feed')
        .values(
          rows.map(({ id, kind }) => ({
            id,
            authority_id: authority,
            name,
            kind,
            collected_from: from,
            service_types: serviceTypes === null ? null : [...serviceTypes],
            services: services === null ? null : [...services],
            recorded_at: now(),
            event_id: event.id,
          })),
        )
        .execute(),
  )
  return true
}

/**
 * Declares that every item of a kind is recorded here from a day on, of all commissioned services. Until then, no items
 * of the kind means unknown, never none (WA2).
 */
export const declareCollected = async (
  authority: string,
  kind: IntelligenceKind,
  from: Day,
  name = 'Records of the council',
): Promise<void> => {
  const id = idOfReference(authority, 'declared', `${kind} ${from} ${name}`)
  await declareFeed({ id, authority, name, kinds: [kind], from, serviceTypes: null, services: null })
}

/** Ends a feed after its last day. What it collected until then stays declared. Throws `not-found`, `feed-ended`. */
export const endFeed = async (id: string, until: Day): Promise<void> => {
  const before = await db()
    .selectFrom('intelligence_feed')
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw fault('not-found', { what: 'feed', id })
  if (before.collected_until !== null) throw fault('feed-ended')
  const { authority_id: authority, kind } = before
  await emit(
    {
      kind: 'feed.ended',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { feed: id, kind, until },
    },
    async (event) => {
      await db()
        .updateTable('intelligence_feed')
        .set({ superseded_at: now() })
        .where('id', '=', id)
        .where('superseded_at', 'is', null)
        .execute()
      await db()
        .insertInto('intelligence_feed')
        .values({ ...before, collected_until: until, recorded_at: now(), event_id: event.id })
        .execute()
    },
  )
}
