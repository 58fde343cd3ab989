/**
 * What a session ended in: a document of plain data, complete in itself. Nothing that becomes known later changes it; only
 * its texts are erased once they were kept long enough.
 */

import type { Day, Instant } from '../kit/days.ts'
import type { Band } from '../policy/band.ts'
import type { PolicyReference } from '../policy/policy.ts'
import type { Departure } from './departure.ts'

/** What became of a service: `left` is not decided at this session. */
export type Outcome = 'decided' | 'left' | 'confirmed' | 'sent-back'

/** A service in a document, with its bands as they were called then. */
export type DocumentRow = {
  readonly service: string
  readonly name: string
  readonly before: Band | null
  readonly band: Band | null
  readonly proposed: Band | null
  readonly departure: Departure | null
  readonly note: string | null
  readonly by: readonly string[]
  readonly on: Day | null
  readonly outcome: Outcome
  /** Why it was sent back, or was not decided. */
  readonly because: string | null
}

/** Those of a team who were there. */
export type Attended = { readonly team: string; readonly people: readonly string[] }

/** The document of a session. `kind` says whether the session decided or confirmed. */
export type DecisionDocument = {
  readonly kind: 'decisions' | 'confirmation'
  readonly council: string
  readonly meeting: string
  readonly heldOn: Day
  readonly endedAt: Instant
  /** Why it was called, where it is not one of the calendar. */
  readonly reason: string | null
  readonly policy: PolicyReference & { readonly name: string }
  readonly rows: readonly DocumentRow[]
  readonly minutes: string | null
  readonly attendance: readonly Attended[]
  readonly others: string | null
  /** Whether texts of it were erased since: its digest is that of the document as it was. */
  readonly disposed?: boolean
}

/** What became known later, or was erased since, in a sentence each. */
export const keptAsItWas = ({ disposed }: Pick<DecisionDocument, 'disposed'>): string =>
  disposed === true
    ? 'Texts of it were erased when they had been kept long enough; the digest is that of the document as it was.'
    : 'Nothing that became known later changes it.'

/** Returns how many rows had an outcome. */
export const countOf = ({ rows }: Pick<DecisionDocument, 'rows'>, outcome: Outcome): number =>
  rows.filter((row) => row.outcome === outcome).length
