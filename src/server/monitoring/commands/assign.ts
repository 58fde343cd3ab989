import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { keepVersions } from './keep-versions.ts'

/**
 * Says who carries some activities out; null leaves them to the contract leads. Those that are over, or that this person
 * has already, stay as they are. Returns how many were assigned.
 */
export const assign = async (
  authority: string,
  ids: readonly string[],
  person: string | null,
): Promise<number> => {
  if (ids.length === 0) return 0
  const rows = await db()
    .selectFrom('activity')
    .where('authority_id', '=', authority)
    .where('id', 'in', ids)
    .where('state', 'in', ['due', 'arranged'])
    .where('person_id', 'is distinct from', person)
    .select(['id', 'service_id'])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0) return 0
  const assigned = rows.map(({ id }) => id)
  await emit(
    {
      kind: 'activity.assigned',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: {
        person,
        activities: assigned,
        services: [...new Set(rows.map(({ service_id }) => service_id))],
      },
    },
    async (event) => {
      await db()
        .updateTable('activity')
        .set((set) => ({
          person_id: person,
          version: set('version', '+', 1),
          recorded_at: now(),
          event_id: event.id,
        }))
        .where('id', 'in', assigned)
        .execute()
      await keepVersions(assigned, event.id)
    },
  )
  return rows.length
}
