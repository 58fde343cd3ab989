import { type Day, dayOf } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { Member } from '../queries/members.ts'
import { atOnce, closeMembership } from './end.ts'
import { writeMembership } from './give.ts'

/** A service that passes from one registered manager to the next. */
export type HandOver = {
  /** Made with the form: the id of the successor's membership. */
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly from: Member
  readonly to: { readonly person: string; readonly before: Member | null }
  /** The last day on which the one before still sees the service; null ends it at once. */
  readonly until: Day | null
}

/**
 * Hands a service over: the successor is its registered manager from today, and the one before keeps their access until
 * a day, or loses it now. No record moves: records belong to the service.
 */
export const handOver = async (given: HandOver): Promise<void> => {
  const { from, to, service, until } = given
  const provider = from.provider
  if (provider === null) throw fault('no-provider')
  await emit(
    {
      kind: 'service.handed-over',
      authority: given.authority,
      subject: { kind: 'service', id: service },
      payload: { service, from: from.person, to: to.person, until },
    },
    async (event) => {
      // Before the one who hands over closes their own: from then on they may write no more.
      if (to.before !== null) await closeMembership(to.before.id, atOnce())
      await writeMembership(
        event.id,
        { ...given, person: to.person, role: 'registered-manager', of: { provider } },
        dayOf(now()),
      )
      await closeMembership(from.id, until ?? atOnce())
    },
  )
}
