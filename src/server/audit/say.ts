import { isDay } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import type { EventKind, Payloads } from '../platform/events/event.ts'
import { sentences } from './sentences.ts'
import type { Told } from './told.ts'

/** Returns what a kind of event is called. One of a later version than this keeps its own name. */
export const nameOfKind = (kind: string): string =>
  Object.hasOwn(sentences, kind) ? sentences[kind as EventKind].name : kind

/** Returns what an event says besides its name, or null where there is no more. */
export const sentenceOf = ({ kind, payload }: Told): string | null => {
  if (payload === null) return 'Its contents were disposed of under the rules of retention.'
  if (!Object.hasOwn(sentences, kind)) return null
  // Written by emit(), whose types tie kind and payload together.
  const says = sentences[kind].says as (payload: Payloads[EventKind]) => string | null
  return says(payload as unknown as Payloads[EventKind])
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && isDay(value)) return dayInWords(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A field by its name in code: `peopleFunded` is *people funded*. */
const nameInWords = (name: string): string =>
  name.replaceAll('_', ' ').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** One thing that an event changed: from what, to what. */
export type Change = { readonly name: string; readonly before: string; readonly after: string }

const changesBetween = (before: unknown, after: unknown): readonly Change[] => {
  if (!isFields(before) || !isFields(after)) return []
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .flatMap((name) => {
      const parts = changesBetween(before[name], after[name])
      return parts.length > 0
        ? parts
        : [{ name: nameInWords(name), before: inWords(before[name]), after: inWords(after[name]) }]
    })
}

const partAbout = (list: unknown, subject: string | null): Fields | null => {
  const parts: readonly unknown[] = Array.isArray(list) ? list : []
  const fields = parts.filter(isFields)
  return fields.find(({ id }) => id === subject) ?? (fields.length === 1 ? (fields[0] ?? null) : null)
}

/**
 * Returns what an event changed, field by field, where it says so. Of an event about many services, what it changed
 * of the one that is looked at.
 */
export const changesOf = ({ payload }: Told, service: string | null): readonly Change[] => {
  if (payload === null) return []
  const whole = changesBetween(payload.before, payload.after)
  if (whole.length > 0) return whole
  const part = partAbout(payload.services, service)
  if (part === null) return []
  if ('band' in part && 'before' in part)
    return changesBetween({ rating: part.before }, { rating: part.band })
  return changesBetween(part.before, part.after)
}
