import { isDay } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import type { EventKind, Payloads } from '../platform/events/event.ts'

/** What a kind of event is called, and what one of it says in a sentence. */
export type Entry<Kind extends EventKind> = {
  readonly name: string
  /** The sentence; null where the name says it all. */
  readonly says: (payload: Payloads[Kind]) => string | null
}

/** Returns a day in words, and what is none as it stands. */
export const onDay = (given: string): string => (isDay(given) ? dayInWords(given) : given)
