import type { DocumentRow } from '../../../core/decisions/document.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import type { DecisionMade } from '../queries/decided-here.ts'

/** Returns a band by its id, as a document names it; null for none. */
export const bandOrNone = (bands: readonly Band[], id: string | null): Band | null =>
  id === null ? null : bandNamed(bands, id)

/** Returns a decision as a row of a document. */
export const documentRow = (
  made: DecisionMade,
  bands: readonly Band[],
  outcome: DocumentRow['outcome'],
  because: string | null = null,
): DocumentRow => ({
  service: made.service,
  name: made.name,
  before: bandOrNone(bands, made.before),
  band: bandOrNone(bands, made.band),
  proposed: bandOrNone(bands, made.proposed),
  departure: made.departure,
  note: made.note,
  by: made.by,
  on: made.on,
  outcome,
  because,
})
