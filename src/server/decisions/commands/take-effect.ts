import { randomUUID } from 'node:crypto'
import type { Decider } from '../../../core/decisions/agreement.ts'
import { type Departure, departureOf } from '../../../core/decisions/departure.ts'
import type { Day } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** What was decided of one service, and by whom. */
export type Decided = {
  readonly service: string
  readonly band: string
  /** What the system proposed then; null where it proposed no band. */
  readonly proposed: string | null
  readonly proposal: string | null
  /** How it stands to what was proposed; left out, by the band alone. */
  readonly departure?: Departure
  readonly note: string | null
  readonly deciders: readonly Decider[]
}

type Given = { readonly authority: string; readonly session: string; readonly on: Day }

type Standing = { readonly band: string; readonly since: Day }

const standing = async (authority: string, services: readonly string[]): Promise<Map<string, Standing>> =>
  new Map(
    (
      await db()
        .selectFrom('rating_decision_now')
        .where('authority_id', '=', authority)
        .where('service_id', 'in', services)
        .select(['service_id', 'band', 'in_band_since'])
        .execute()
    ).map((row) => [row.service_id, { band: row.band, since: row.in_band_since }]),
  )

const supersede = async (authority: string, services: readonly string[]): Promise<void> =>
  void (await db()
    .updateTable('rating_decision')
    .set({ superseded_at: now() })
    .where('authority_id', '=', authority)
    .where('service_id', 'in', services)
    .where('superseded_at', 'is', null)
    .execute())

/**
 * Lets decisions take effect, in the unit of work that it is called in (W3.25): each supersedes the one that stood. A
 * band that is decided again goes on from the day on which the service came into it (W3.24).
 */
export const letTakeEffect = async (
  { authority, session, on }: Given,
  decided: readonly Decided[],
): Promise<void> => {
  if (decided.length === 0) return
  const services = decided.map(({ service }) => service)
  const before = await standing(authority, services)
  const fresh = decided.map((decision) => {
    const stood = before.get(decision.service)
    const inBandSince = stood?.band === decision.band ? stood.since : on
    return { ...decision, id: decision.service, before: stood?.band ?? null, inBandSince }
  })
  await emit(
    {
      kind: 'rating.decided',
      authority,
      subject: { kind: 'session', id: session },
      payload: {
        session,
        services: fresh.map(({ id, band, before, inBandSince }) => ({ id, band, before, inBandSince })),
      },
    },
    async (event) => {
      await supersede(authority, services)
      const common = { authority_id: authority, session_id: session, decided_on: on, event_id: event.id }
      const rows = fresh.map((decision) => ({
        ...common,
        id: randomUUID(),
        service_id: decision.service,
        band: decision.band,
        before: decision.before,
        in_band_since: decision.inBandSince,
        proposed: decision.proposed,
        proposal_id: decision.proposal,
        departure: decision.departure ?? departureOf(decision.band, { band: decision.proposed, permits: [] }),
        note: decision.note,
        deciders: JSON.stringify(decision.deciders),
        recorded_at: now(),
      }))
      await db().insertInto('rating_decision').values(rows).execute()
    },
  )
}
