import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { refuseRealServices } from '../queries.ts'
import { type IntelligenceSaid, insertIntelligence, updateIntelligence } from './write-intelligence.ts'

/** An item of another system: new here, or the next version of one that is here under the same id. */
export type ImportedItem = { readonly id: string; readonly service: string; readonly said: IntelligenceSaid }

const versionsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, { version: number }>> =>
  new Map(
    (
      await db()
        .selectFrom('intelligence')
        .where('id', 'in', ids)
        .select(['id', 'version'])
        .orderBy('id')
        .forUpdate()
        .execute()
    ).map((row) => [row.id, row]),
  )

/**
 * Takes many items in at once, under one event and with a handful of statements whatever their number: what comes
 * from another system, not from a person at a form. It makes no work for anyone. One item may stand in the list once.
 * Throws as recordIntelligence() does, and then takes in nothing.
 */
export const importIntelligence = async (
  authority: string,
  source: string,
  items: readonly ImportedItem[],
): Promise<void> => {
  if (items.length === 0) return
  if (new Set(items.map(({ id }) => id)).size < items.length)
    throw fault('bad-request', { what: `${source} holds an item twice.` })
  const services = [...new Set(items.map(({ service }) => service))]
  await refuseRealServices(authority, services)
  const before = await versionsOf(items.map(({ id }) => id))
  const written = items.map((item) => ({
    ...item,
    authority,
    version: (before.get(item.id)?.version ?? 0) + 1,
  }))
  const [added, changed] = [
    written.filter(({ version }) => version === 1),
    written.filter(({ version }) => version > 1),
  ]
  await emit(
    {
      kind: 'intelligence.imported',
      authority,
      subject: { kind: 'file', id: source },
      payload: {
        source,
        added: added.map(({ id }) => id),
        changed: changed.map(({ id, version }) => ({ id, version })),
        services,
      },
    },
    async (event) => {
      await insertIntelligence(added, event.id)
      await updateIntelligence(changed, event.id)
    },
  )
}
