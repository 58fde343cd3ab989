import { differing } from '../../../core/intelligence/said.ts'
import { fault } from '../../../core/kit/problems.ts'
import { emit } from '../../platform/events/emit.ts'
import { type KnownItem, knownItems } from '../queries/known-items.ts'
import { refuseRealServices } from '../queries.ts'
import {
  type IntelligenceSaid,
  insertIntelligence,
  updateIntelligence,
  type WrittenIntelligence,
} from './write-intelligence.ts'

/** An item of another system: new here, or the next version of one that is here under the same id. */
export type ImportedItem = { readonly id: string; readonly service: string; readonly said: IntelligenceSaid }

/** What came of items that were taken in. */
export type Imported = { readonly added: number; readonly changed: number; readonly unchanged: number }

/** So many are written with one statement. */
const batchItems = 5000

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += batchItems) yield items.slice(from, from + batchItems)
}

const knownOf = async (items: readonly ImportedItem[]): Promise<ReadonlyMap<string, KnownItem>> => {
  const known = new Map<string, KnownItem>()
  for (const batch of batches(items))
    for (const [id, item] of await knownItems(
      batch.map(({ id }) => id),
      true,
    ))
      known.set(id, item)
  return known
}

const sorted = (authority: string, items: readonly ImportedItem[], known: ReadonlyMap<string, KnownItem>) => {
  const added: WrittenIntelligence[] = []
  const changed: WrittenIntelligence[] = []
  for (const item of items) {
    const before = known.get(item.id)
    if (before === undefined) added.push({ ...item, authority, version: 1 })
    else if (before.service !== item.service)
      throw fault('bad-request', { what: `The item ${item.id} is here already, for another service.` })
    else if (differing(before, item.said).length > 0)
      changed.push({ ...item, authority, version: before.version + 1 })
  }
  return { added, changed }
}

/**
 * Takes many items in at once, under one event and with a handful of statements a batch: what comes from another system,
 * not from a person at a form. It makes no work for anyone, and what is here already as it is stays untouched. One item
 * may stand in the list once. Throws as recordIntelligence() does, and then takes in nothing.
 */
export const importIntelligence = async (
  authority: string,
  source: string,
  items: readonly ImportedItem[],
): Promise<Imported> => {
  if (items.length === 0) return { added: 0, changed: 0, unchanged: 0 }
  if (new Set(items.map(({ id }) => id)).size < items.length)
    throw fault('bad-request', { what: `${source} holds an item twice.` })
  const { added, changed } = sorted(authority, items, await knownOf(items))
  const services = [...new Set([...added, ...changed].map(({ service }) => service))]
  const unchanged = items.length - added.length - changed.length
  if (services.length === 0) return { added: 0, changed: 0, unchanged }
  await refuseRealServices(authority, services)
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
      for (const batch of batches(added)) await insertIntelligence(batch, event.id)
      for (const batch of batches(changed)) await updateIntelligence(batch, event.id)
    },
  )
  return { added: added.length, changed: changed.length, unchanged }
}
