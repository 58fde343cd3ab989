import { randomUUID } from 'node:crypto'
import { plusDays } from '../../../core/kit/days.ts'
import { actor, db, now } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { emit } from '../../platform/events/emit.ts'
import { dueNow } from '../due-now.ts'

/** How many records of each kind a list holds. */
export const countedByKind = (
  items: readonly { readonly kind: string; readonly records: number }[],
): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind, records } of items) counts[kind] = (counts[kind] ?? 0) + records
  return counts
}

const proposeFor = async (authority: string, disposables: readonly Disposable[]): Promise<void> => {
  const { records } = await dueNow(authority, disposables)
  const fresh: { kind: string; records: number }[] = []
  for (const record of records) {
    const added = await db()
      .insertInto('disposal_item')
      .values({
        id: randomUUID(),
        authority_id: authority,
        record_kind: record.rule.kind,
        record_id: record.id,
        label: record.label,
        service_id: record.service,
        records: record.records,
        closed_on: record.closedOn,
        due_on: plusDays(record.keptUntil, 1),
        recorded_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) fresh.push({ kind: record.rule.kind, records: record.records })
  }
  if (fresh.length === 0) return
  const subject = { kind: 'authority', id: authority }
  await emit({ kind: 'retention.proposed', authority, subject, payload: { kinds: countedByKind(fresh) } })
}

/** Proposes what is due, for every authority of the actor. What is proposed already stays as it is. Erases nothing. */
export const proposeDisposals = async (disposables: readonly Disposable[]): Promise<void> => {
  for (const authority of actor().authorities) await proposeFor(authority, disposables)
}
