import { z } from 'zod'
import type { IntelligenceItem } from '../../intelligence/item.ts'
import { intelligenceKinds, outcomes } from '../../intelligence/kinds.ts'
import { laterOf } from '../../kit/days.ts'
import { always } from '../../kit/door.ts'
import { listed } from '../../kit/words.ts'
import { day, dayAt, keyOf, name } from './fields.ts'

type Fault = { readonly key: string; readonly says: string; readonly next: string }

const conclusionFaults = (item: unknown): readonly Fault[] => {
  if (keyOf(item, 'concluded') === undefined) return []
  const faults: Fault[] = []
  if (keyOf(item, 'outcome') === undefined) {
    const next = `Give ${listed(outcomes, 'or')}, or leave concluded out while the case is open.`
    faults.push({ key: 'outcome', says: 'It is missing, and the case is concluded.', next })
  }
  if (keyOf(item, 'kind') === 'section-42' && keyOf(item, 'progressed') === undefined) {
    const next = 'Give true where the section 42 duty was met, else false.'
    faults.push({ key: 'progressed', says: 'It is missing, and the enquiry is concluded.', next })
  }
  return faults
}

const orderFaults = (item: unknown): readonly Fault[] => {
  const occurred = dayAt(item, 'occurred')
  return ['recorded', 'concluded'].flatMap((key) => {
    const later = dayAt(item, key)
    if (occurred === undefined || later === undefined || later >= occurred) return []
    const says = `${later} is before it occurred (${occurred}).`
    return [{ key, says, next: 'Correct one of the two days.' }]
  })
}

/** One item of intelligence as a file has it. What is null is as if left out. */
export const itemSchema = z
  .strictObject({
    id: name.nullish(),
    kind: z.enum(intelligenceKinds),
    occurred: day,
    recorded: day.nullish(),
    concluded: day.nullish(),
    concludedRecorded: day.nullish(),
    outcome: z.enum(outcomes).nullish(),
    progressed: z.boolean().nullish(),
  })
  .superRefine((item: unknown, context) => {
    for (const { key, says, next } of [...conclusionFaults(item), ...orderFaults(item)])
      context.addIssue({ code: 'custom', path: [key], message: says, params: { next } })
  }, always)

type ItemInput = z.output<typeof itemSchema>

/** Returns the id of an item in a file: its own, or its place. */
export const idOf = (id: unknown, index: number): string =>
  typeof id === 'string' ? id : `intelligence[${index}]`

/** Returns the item that a file's entry means: `recorded` defaults to `occurred`, and so on. */
export const itemOf = (input: ItemInput, index: number): IntelligenceItem => {
  const { kind, occurred, concluded, outcome, progressed } = input
  const recorded = input.recorded ?? occurred
  const known = { id: idOf(input.id, index), occurred, recorded }
  const conclusion =
    concluded && outcome
      ? {
          on: concluded,
          recorded: input.concludedRecorded ?? laterOf(concluded, recorded),
          outcome,
        }
      : null
  if (kind !== 'section-42') return { ...known, kind, conclusion }
  return { ...known, kind, conclusion: conclusion && { ...conclusion, progressed: progressed === true } }
}
