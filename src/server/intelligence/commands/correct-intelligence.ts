import { differing } from '../../../core/intelligence/said.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { serviceForIntelligence } from '../queries.ts'
import { type IntelligenceSaid, updateIntelligence } from './write-intelligence.ts'

/**
 * Corrects an item of intelligence, or adds how it ended, from the version that the person saw: the next version
 * holds from now on, and what was known before stays known. The same again changes nothing and returns false.
 * Throws `not-found` for an item that the actor may not see, `intelligence-changed-meanwhile` where it is no longer
 * at that version, and `real-service` as for a new item.
 */
export const correctIntelligence = async (
  id: string,
  version: number,
  said: IntelligenceSaid,
): Promise<boolean> => {
  const before = await db()
    .selectFrom('intelligence')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw fault('not-found', { what: 'intelligence', id })
  if (before.version !== version) throw fault('intelligence-changed-meanwhile')
  const { id: service, authority } = await serviceForIntelligence(before.service_id)
  const changed = differing(before, said)
  if (changed.length === 0) return false
  await emit(
    {
      kind: 'intelligence.corrected',
      authority,
      subject: { kind: 'service', id: service },
      payload: { id, version: version + 1, kind: said.kind, fields: changed },
    },
    (event) => updateIntelligence([{ id, version: version + 1, authority, service, said }], event.id),
  )
  return true
}
