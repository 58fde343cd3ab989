import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { condensed } from '../../../core/decisions/condensed.ts'
import type { Attended, DecisionDocument } from '../../../core/decisions/document.ts'
import type { RatingMeeting } from '../../../core/decisions/meetings.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { type DecisionMade, unconfirmed } from '../queries/decided-here.ts'
import type { Session } from '../queries/sessions.ts'
import { documentRow } from './document-row.ts'
import { endSession } from './end-session.ts'

/** A decision that is not confirmed, and why. */
export type SentBack = { readonly decision: string; readonly reason: string }

/** What a meeting that confirms came to. */
export type Confirming = {
  readonly session: Session
  readonly meeting: RatingMeeting
  readonly policy: Policy
  readonly council: string
  readonly minutes: string
  readonly attendance: readonly Attended[]
  readonly others: string | null
  readonly sentBack: readonly SentBack[]
}

const documentOf = (given: Confirming, decisions: readonly DecisionMade[]): DecisionDocument => {
  const { bands } = given.policy.rating
  const reasons = new Map(given.sentBack.map(({ decision, reason }) => [decision, reason]))
  const rows = condensed(decisions).map((made) => {
    const reason = reasons.get(made.id) ?? null
    return documentRow(made, bands, reason === null ? 'confirmed' : 'sent-back', reason)
  })
  return {
    kind: 'confirmation',
    council: given.council,
    meeting: given.meeting.name,
    heldOn: given.session.heldOn,
    endedAt: now(),
    reason: null,
    policy: { ...given.policy.reference, name: given.policy.name },
    rows: [
      ...rows.filter(({ outcome }) => outcome === 'sent-back'),
      ...rows.filter(({ outcome }) => outcome === 'confirmed'),
    ],
    minutes: given.minutes || null,
    attendance: given.attendance,
    others: given.others,
  }
}

type Written = { readonly session: Session; readonly event: number }

const writeSentBack = async (sentBack: readonly SentBack[], { session, event }: Written): Promise<void> => {
  if (sentBack.length === 0) return
  const common = { authority_id: session.authority, session_id: session.id, recorded_at: now() }
  const rows = sentBack.map(({ decision, reason }) => ({
    ...common,
    id: randomUUID(),
    decision_id: decision,
    outcome: 'sent-back',
    reason,
    event_id: event,
  }))
  await db().insertInto('decision_confirmation').values(rows).execute()
}

/** Everything that was decided and is not sent back: in one statement, whatever the number. */
const writeConfirmed = ({ session, event }: Written): Promise<unknown> =>
  sql`insert into decision_confirmation
      (id, authority_id, decision_id, session_id, outcome, recorded_at, event_id)
    select gen_random_uuid(), decision.authority_id, decision.id, ${session.id}::uuid, 'confirmed',
      ${now()}::timestamptz, ${event}::bigint
    from rating_decision decision
    where decision.authority_id = ${session.authority} and not exists (
      select from decision_confirmation there
      where there.authority_id = decision.authority_id and there.decision_id = decision.id)`.execute(db())

/**
 * Confirms together everything that was decided since the last confirmation, but for what is sent back with its reason;
 * ends the session and keeps its document. Returns the document's id.
 */
export const confirm = async (given: Confirming): Promise<string> => {
  const { session } = given
  const decisions = await unconfirmed(session.authority)
  const sentBack = given.sentBack.filter(({ decision }) => decisions.some(({ id }) => id === decision))
  const document = randomUUID()
  const services = [...new Set(decisions.map(({ service }) => service))]
  const back = new Set(sentBack.map(({ decision }) => decision))
  await emit(
    {
      kind: 'decisions.confirmed',
      authority: session.authority,
      subject: { kind: 'session', id: session.id },
      payload: {
        session: session.id,
        document,
        confirmed: decisions.length - sentBack.length,
        sentBack: decisions.filter(({ id }) => back.has(id)).map(({ service }) => service),
        services,
      },
    },
    async (event) => {
      const written = { session, event: event.id }
      await writeSentBack(sentBack, written)
      await writeConfirmed(written)
      const content = documentOf({ ...given, sentBack }, decisions)
      await endSession(session, { id: document, content, event: event.id })
    },
  )
  return document
}
