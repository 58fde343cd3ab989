import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longestReference } from '../../core/intelligence/item-form.ts'
import { outcomes } from '../../core/intelligence/kinds.ts'
import { notListed, wrongOf } from '../../core/intelligence/sent-item.ts'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { correctIntelligence } from './commands/correct-intelligence.ts'
import { oneReferenceAtATime } from './commands/one-reference.ts'
import { recordIntelligence } from './commands/record-intelligence.ts'
import type { IntelligenceSaid } from './commands/write-intelligence.ts'
import { itemSaid, itemSent, newItemSent, sayItem } from './item-said.ts'
import { type ItemRow, itemById, itemsAfter } from './items-after.ts'
import { listsFor } from './policy-lists.ts'

const refuseWrong = async ({ token }: Asking, said: IntelligenceSaid): Promise<void> => {
  const wrong = [...wrongOf(said, dayOf(now())), ...notListed(said, await listsFor(token.authority))]
  if (wrong.length > 0) throw wrongTyped(wrong)
}

/** A token that was made for some kinds records and corrects no others. */
const refuseKind = ({ token }: Asking, kind: string): void => {
  if (token.kinds !== null && !token.kinds.some((open) => open === kind))
    throw fault('api-kind-closed', { kind })
}

/** Returns an item of a kind that is open to the token. */
const itemOpen = async ({ token }: Asking, id: string): Promise<ItemRow> => {
  const row = await itemById(id, token.kinds)
  if (row === undefined) throw fault('not-found', { what: 'intelligence', id })
  return row
}

const shown = async (asking: Asking, id: string) => sayItem(asking, await itemOpen(asking, id))

const ofReference = (asking: Asking, reference: string, kind: string | null): Promise<readonly ItemRow[]> =>
  itemsAfter({ service: null, kind, reference, since: null, kinds: asking.token.kinds, asAt: null }, null, 2)

/** Returns the one item that a reference names. */
const itemNamed = async (asking: Asking, reference: string): Promise<ItemRow> => {
  await oneReferenceAtATime(asking.token.authority, reference)
  const [item, ...others] = await ofReference(asking, reference, null)
  if (item === undefined) throw fault('reference-unknown', { reference })
  if (others.length > 0) throw fault('reference-several', { reference })
  return item
}

/** Corrects an item. What other systems know nothing of, and leave out, stays as people recorded it. */
const correct = async (asking: Asking, item: ItemRow, version: number, sent: IntelligenceSaid) => {
  refuseKind(asking, sent.kind)
  await refuseWrong(asking, sent)
  const { category = item.category, source = item.source, route = item.route } = sent
  await correctIntelligence(item.id, version, { ...sent, category, source, route })
  return shown(asking, item.id)
}

const reference = textGiven(longestReference).min(1, { error: 'It is empty.' })

/** Writing intelligence: new items, corrections, and how cases ended. */
export const writeOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/intelligence',
    scope: 'intelligence:write',
    does: 'Record intelligence',
    says: 'An item with a reference is recorded once: the same kind and reference again is refused, and corrected instead.',
    body: newItemSent,
    answer: itemSaid,
    audit: 'intelligence.recorded',
    like: ['POST /services/:service/intelligence/new'],
    example: {
      service: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e',
      kind: 'care-concern',
      occurred: '2026-03-27',
      reference: 'CASE-10442',
    },
    at: ({ id }) => `/intelligence/${id}`,
    handle: async (asking) => {
      const { service, immediateRisk, ...said } = asking.body
      refuseKind(asking, said.kind)
      await refuseWrong(asking, said)
      if (said.reference !== null) {
        await oneReferenceAtATime(asking.token.authority, said.reference)
        const [there] = await ofReference(asking, said.reference, said.kind)
        if (there !== undefined) throw fault('reference-there', { reference: said.reference })
      }
      const id = randomUUID()
      await recordIntelligence({ id, service, immediateRisk, ...said })
      return shown(asking, id)
    },
  }),
  operation({
    method: 'PUT',
    path: '/intelligence/:item',
    scope: 'intelligence:write',
    does: 'Correct an item',
    says: 'From the version that you saw: where somebody else changed it meanwhile, nothing is saved. What was known before stays known.',
    body: z.strictObject({ version: z.int().min(1), ...itemSent }),
    answer: itemSaid,
    audit: 'intelligence.corrected',
    like: ['POST /services/:service/intelligence/:item/correct'],
    example: { version: 1, kind: 'care-concern', occurred: '2026-03-26', reference: 'CASE-10442' },
    handle: async (asking) => {
      const { version, ...said } = asking.body
      return correct(asking, await itemOpen(asking, asking.id('item')), version, said)
    },
  }),
  operation({
    method: 'POST',
    path: '/intelligence/corrections',
    scope: 'intelligence:write',
    does: 'Correct an item by its reference',
    says: 'For a system that keeps the item itself: what it says now takes the place of what it said.',
    body: z.strictObject({ ...itemSent, reference }),
    answer: itemSaid,
    audit: 'intelligence.corrected',
    example: { kind: 'care-concern', occurred: '2026-03-26', reference: 'CASE-10442' },
    handle: async (asking) => {
      const item = await itemNamed(asking, asking.body.reference)
      return correct(asking, item, item.version, asking.body)
    },
  }),
  operation({
    method: 'POST',
    path: '/intelligence/conclusions',
    scope: 'intelligence:write',
    does: 'Say by its reference how a case ended',
    body: z.strictObject({
      reference,
      concluded: dayGiven,
      outcome: z.enum(outcomes),
      progressed: itemSent.progressed,
    }),
    answer: itemSaid,
    audit: 'intelligence.corrected',
    example: { reference: 'CASE-10442', concluded: '2026-04-30', outcome: 'substantiated' },
    handle: async (asking) => {
      const { concluded, outcome, progressed } = asking.body
      const item = await itemNamed(asking, asking.body.reference)
      const { kind, occurred, reference, summary } = item
      const said = { kind, occurred, concluded, outcome, progressed, reference, summary }
      return correct(asking, item, item.version, said)
    },
  }),
]
