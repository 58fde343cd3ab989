import { waitsFor } from '../../core/decisions/awaits.ts'
import { type RatingMeeting, ratingMeetings } from '../../core/decisions/meetings.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Role } from '../../core/people/roles.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { policyInForce } from '../policy/in-force.ts'
import { type OpenChoice, type OpenSession, openChoices, openSessions } from './queries/open-sessions.ts'

/** A session that is open, as one of those who decide there sees it from outside. */
export type OpenWork = OpenSession & {
  readonly name: string
  /** Names of services that somebody chose for, and that this person has still to agree to. */
  readonly waitsForYou: readonly string[]
  /** Names of services that this person chose for, and that wait for somebody else. */
  readonly waitsForOthers: readonly string[]
}

/** Who looks, of which council, with which roles. */
export type Looker = {
  readonly authority: string
  readonly person: string
  readonly roles: readonly Role[]
}

/** The meetings by the policy of each session's day: sessions that are open at once are nearly always of one day. */
const meetingsOf = async (
  authority: string,
  sessions: readonly OpenSession[],
): Promise<ReadonlyMap<string, readonly RatingMeeting[]>> => {
  const days = [...new Set(sessions.map(({ heldOn }) => heldOn))]
  const policies = []
  for (const day of days) policies.push([day, ratingMeetings(await policyInForce(authority, day))] as const)
  return new Map(policies)
}

const waiting = (
  choices: readonly OpenChoice[],
  required: readonly Role[],
  { person, roles }: Looker,
): Pick<OpenWork, 'waitsForYou' | 'waitsForOthers'> => {
  const asker = { person, roles: required.filter((role) => roles.includes(role)) }
  const found = [...Map.groupBy(choices, ({ service }) => service).values()].map((ofService) => {
    const [first] = ofService
    const chosen = { required, choices: ofService, proposal: first?.stands ?? null }
    return { name: first?.name ?? '', waits: waitsFor(chosen, asker) }
  })
  const names = (who: 'you' | 'others') => found.filter(({ waits }) => waits === who).map(({ name }) => name)
  return { waitsForYou: names('you'), waitsForOthers: names('others') }
}

/** Returns the sessions that are open, and what waits there for somebody: a handful of queries, however many services. */
export const openWork = async (looker: Looker): Promise<readonly OpenWork[]> => {
  const sessions = await openSessions(looker.authority, dayOf(now()))
  if (sessions.length === 0) return []
  const meetings = await meetingsOf(looker.authority, sessions)
  const choices = await openChoices(sessions.map(({ id }) => id))
  return sessions.map((session) => {
    const meeting = meetings.get(session.heldOn)?.find(({ id }) => id === session.meeting)
    const own = choices.filter(({ session: of }) => of === session.id)
    return {
      ...session,
      name: meeting?.name ?? 'Decision',
      ...waiting(own, meeting?.agreedBy ?? [], looker),
    }
  })
}
