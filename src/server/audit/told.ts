import type { Instant } from '../../core/kit/days.ts'
import type { EventKind } from '../platform/events/event.ts'

/** An event as pages tell it. `payload` is null where it was disposed of. */
export type Told = {
  readonly id: number
  readonly kind: EventKind
  readonly subject: { readonly kind: string; readonly id: string }
  /** The person's name, or which part of the system it was. */
  readonly by: string
  readonly actedAs: string | null
  readonly at: Instant
  readonly payload: Readonly<Record<string, unknown>> | null
}
