import type { Day } from '../../core/kit/days.ts'
import type { ClosedRecord } from '../../core/retention/due.ts'
import type { RecordKind } from '../../core/retention/record-kinds.ts'

/** A closed record, or a day's together: what it is called, and how many records it stands for. */
export type Closed = ClosedRecord & { readonly label: string; readonly records: number }

/**
 * How one kind of record is disposed of. Its own slice declares it; retention decides when.
 * `heldServices` are under a legal hold: what is about them is left out, where a day's records go together.
 */
export type Disposable = {
  readonly kind: RecordKind
  /** Records of an authority that were closed on a day or before it, and still hold what would be erased. */
  readonly closed: (given: {
    readonly authority: string
    readonly until: Day
    readonly heldServices: readonly string[]
  }) => Promise<readonly Closed[]>
  /** Erases. Returns how many records it was. */
  readonly erase: (given: {
    readonly authority: string
    readonly ids: readonly string[]
    readonly certificate: string
    readonly heldServices: readonly string[]
  }) => Promise<number>
}
