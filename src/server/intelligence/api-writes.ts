import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longestReference } from '../../core/intelligence/item-form.ts'
import { outcomes } from '../../core/intelligence/kinds.ts'
import { wrongOf } from '../../core/intelligence/sent-item.ts'
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

const refuseWrong = (said: IntelligenceSaid): void => {
  const wrong = wrongOf(said, dayOf(now()))
  if (wrong.length > 0) throw wrongTyped(wrong)
}

/** A token that was made for some kinds records and corrects no others. */
const refuseKind = ({ token }: Asking, kind: string): void => {
  if (token.kinds !== null && !token.kinds.some((open) => open === kind))
    throw fault('api-kind-closed', { kind })
}

const shown = async (asking: Asking, id: string) => {
  const row = await itemById(id, asking.token.kinds)
  if (row === undefined) throw fault('not-found', { what: 'intelligence', id })
  return sayItem(asking, row)
}

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

const correct = async (asking: Asking, id: string, version: number, said: IntelligenceSaid) => {
  refuseKind(asking, said.kind)
  refuseWrong(said)
  await correctIntelligence(id, version, said)
  return shown(asking, id)
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
      refuseWrong(said)
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
      const id = asking.id('item')
      await shown(asking, id)
      return correct(asking, id, version, said)
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
      const { id, version } = await itemNamed(asking, asking.body.reference)
      return correct(asking, id, version, asking.body)
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
      const { id, version, kind, occurred, ...item } = await itemNamed(asking, asking.body.reference)
      const said = { kind, occurred, concluded, outcome, progressed }
      return correct(asking, id, version, { ...said, reference: item.reference, summary: item.summary })
    },
  }),
]
