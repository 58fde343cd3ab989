import { randomUUID } from 'node:crypto'
import type { DecisionDocument, DocumentRow } from '../../../core/decisions/document.ts'
import type { Band } from '../../../core/policy/band.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { Loaded } from '../load-session.ts'
import { decidedAt } from '../queries/decided-here.ts'
import type { RowState } from '../row-states.ts'
import { bandOrNone, documentRow } from './document-row.ts'
import { endSession } from './end-session.ts'

const whyLeft = ({ agreement }: RowState): string => {
  if (agreement.state === 'differs') return 'Those who must agree differ.'
  return agreement.state === 'waiting'
    ? 'One of those who must agree chose, another did not.'
    : 'Nobody chose.'
}

const leftOf = (row: RowState, bands: readonly Band[]): DocumentRow => ({
  service: row.service,
  name: row.name,
  before: bandOrNone(bands, row.decided),
  band: bandOrNone(bands, row.decided),
  proposed: bandOrNone(bands, row.proposed),
  departure: null,
  note: null,
  by: [],
  on: null,
  outcome: 'left',
  because: whyLeft(row),
})

/** Returns what a session that decides comes to, as its document says it. */
export const summaryOf = async (loaded: Loaded, council: string): Promise<DecisionDocument> => {
  const { session, meeting, policy, rows } = loaded
  const { bands } = policy.rating
  const made = await decidedAt(session.authority, session.id)
  const left = rows.filter(({ decidedHere }) => decidedHere === null)
  return {
    kind: 'decisions',
    council,
    meeting: meeting.name,
    heldOn: session.heldOn,
    endedAt: now(),
    reason: session.reason,
    policy: { ...policy.reference, name: policy.name },
    rows: [
      ...made.map((each) => documentRow(each, bands, 'decided')),
      ...left.map((row) => leftOf(row, bands)),
    ],
    minutes: null,
    attendance: [],
    others: null,
  }
}

/** Ends a session that decides, and keeps its document. What was not decided comes back at the next one. */
export const closeSession = async (loaded: Loaded, council: string): Promise<string> => {
  const { session } = loaded
  const content = await summaryOf(loaded, council)
  const document = randomUUID()
  const decided = content.rows.filter(({ outcome }) => outcome === 'decided').length
  await emit(
    {
      kind: 'decisions.closed',
      authority: session.authority,
      subject: { kind: 'session', id: session.id },
      payload: { session: session.id, document, decided, left: content.rows.length - decided },
    },
    (event) => endSession(session, { id: document, content, event: event.id }),
  )
  return document
}
