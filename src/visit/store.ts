import type { Refusal } from './refusals.ts'
import type { Answer, Packing, Visit } from './visit.ts'

/** Where a visit is kept. The server has one over PostgreSQL, a device has one over IndexedDB; the pages are the same. */
export type VisitStore = {
  /** Returns a visit, or null where there is none with this id (or none that this person may see). */
  readonly loadVisit: (id: string) => Promise<Visit | null>
  /** Adds an answer. One whose id is already there is not added again. Returns why it was refused, or null. */
  readonly recordAnswer: (visit: string, answer: Answer) => Promise<Refusal | null>
}

/** The server's store, which also gives a visit to a device and takes it back. */
export type HandoverStore = VisitStore & {
  /** Gives the visit to a device. The same device may ask again: its first answer may have been lost on the way. */
  readonly pack: (visit: string, packing: Packing) => Promise<Refusal | null>
  /**
   * Takes answers from a device, in the order in which it recorded them, and frees the visit. Answers that are
   * already there stay as they are, so a device may send them again. Returns the ids that are now kept here.
   */
  readonly handBack: (visit: string, device: string, answers: readonly Answer[]) => Promise<Receipt | Refusal>
}

/** The ids that the server keeps. Only these may a device forget. */
export type Receipt = { readonly received: readonly string[] }
