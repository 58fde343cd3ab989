/** How the invented councils decided: sessions of the past, confirmations, and one session that is open. */
import { departureOf } from '../../core/decisions/departure.ts'
import { type RatingMeeting, ratingMeetings, teamsOf } from '../../core/decisions/meetings.ts'
import { permittedOverall } from '../../core/decisions/permitted.ts'
import { type Day, dayOf, plusDays } from '../../core/kit/days.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { choose, type JudgedChoice } from '../decisions/commands/choose.ts'
import { closeSession } from '../decisions/commands/close-session.ts'
import { confirm } from '../decisions/commands/confirm.ts'
import { openSession } from '../decisions/commands/open-session.ts'
import { settle } from '../decisions/commands/settle.ts'
import { type Loaded, loadSession, meetingOf } from '../decisions/load-session.ts'
import { briefProposals } from '../decisions/queries/row-details.ts'
import { sessionById } from '../decisions/queries/sessions.ts'
import { actingAs, now } from '../platform/database/unit-of-work.ts'
import { policyInForce } from '../policy/in-force.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'
import { randomOf } from './random.ts'

/** So many days ago everything was decided for the first time, and again at these. The last weeks are one by one. */
const decidedDaysAgo = [182, 154, 126, 98, 70, 42, 28, 21, 14, 7]
/** Where the policy lets ratings be decided once a month only. */
const decidedMonthlyDaysAgo = [182, 154, 126, 98, 70, 42, 14]
const confirmedDaysAgo = [96, 68, 40, 12]

/** So often people keep what stands although another band is proposed, and now and then nobody gets to a row. */
const shareKept = 0.3
const shareLeft = 0.02

const reasonsToKeep = [
  'Looked at together: one busy month. The contract lead visits before the next session.',
  'The manager is new and the plan is on track. Look again when the next return is in.',
  'Both cases are of one day and have been dealt with.',
]

const weekly = 7

const isWeekly = ({ every }: RatingMeeting): boolean =>
  every !== undefined && 'days' in every && every.days <= weekly

const peopleOf = ({ people }: InventedCouncil, { agreedBy }: RatingMeeting) =>
  agreedBy.flatMap((role) => {
    const found = people.find((person) => person.role === role)
    return found === undefined ? [] : [{ person: idOf(found.key), roles: [role] }]
  })

/** What the council's people would choose: mostly what is proposed; some keep what stands, and say why. */
const chosenAt = async ({ rows, policy, session }: Loaded): Promise<readonly JudgedChoice[]> => {
  const differing = rows.filter(({ proposed, decided }) => decided !== null && proposed !== decided)
  const proposals = await briefProposals(
    differing.map(({ service }) => service),
    null,
  )
  return rows.flatMap((row): readonly JudgedChoice[] => {
    const random = randomOf('decide', row.service, session.heldOn)
    const { service, proposed, proposal, decided } = row
    if (random.chance(shareLeft) || (proposed === null && decided === null)) return []
    const keeps = decided !== null && proposed !== decided && (proposed === null || random.chance(shareKept))
    const band = keeps ? decided : proposed
    if (band === null) return []
    const criteria = proposals.get(service)?.criteria ?? []
    const departure = departureOf(band, {
      band: proposed,
      permits: permittedOverall(policy.rating, criteria),
    })
    const note = departure === 'follows' ? null : random.one(reasonsToKeep)
    return [{ service, band, proposed, proposal, departure, note, before: decided }]
  })
}

const open = async (council: InventedCouncil, meeting: RatingMeeting, name: string): Promise<Loaded> => {
  const id = idOf(`session ${council.id} ${name}`)
  await openSession({ id, authority: council.id, meeting: meeting.id, heldOn: dayOf(now()), reason: null })
  return loadSession(await sessionById(id), [])
}

const decide = async (council: InventedCouncil, meeting: RatingMeeting): Promise<void> => {
  const loaded = await open(council, meeting, dayOf(now()))
  const chosen = await chosenAt(loaded)
  const { id: session, authority } = loaded.session
  for (const { person, roles } of peopleOf(council, meeting))
    await choose({ authority, session, person, roles, form: idOf(`form ${session} ${person}`) }, chosen)
  await settle(loaded, chosen)
  await closeSession(await loadSession(loaded.session, []), council.name)
}

const attended = (council: InventedCouncil, policy: Policy) =>
  teamsOf(policy).map(({ name, roles }) => ({
    team: name,
    people: roles.flatMap((role) => council.people.find((person) => person.role === role)?.name ?? []),
  }))

const confirmAll = async (council: InventedCouncil, meeting: RatingMeeting): Promise<void> => {
  const { session } = await open(council, meeting, `${dayOf(now())} confirmed`)
  const { policy } = await meetingOf(session)
  await confirm({
    session,
    meeting,
    policy,
    council: council.name,
    minutes:
      'The ratings were gone through by team. Two services are to be visited before the next meeting; the market was looked at by type of service.',
    attendance: attended(council, policy),
    others: null,
    sentBack: [],
  })
}

/** Lives through the sessions and confirmations of a council that fall into a while. */
export const liveDecisions = async (
  council: InventedCouncil,
  within: (day: Day) => boolean,
  today: Day,
): Promise<void> => {
  const falls = (days: readonly number[]) => days.some((ago) => within(plusDays(today, -ago)))
  // Far back a while may be longer than from one session to the next: then one is held for both.
  if (![decidedDaysAgo, decidedMonthlyDaysAgo, confirmedDaysAgo].some(falls)) return
  const meetings = ratingMeetings(await policyInForce(council.id, dayOf(now())))
  for (const meeting of meetings) {
    const days = isWeekly(meeting) ? decidedDaysAgo : decidedMonthlyDaysAgo
    if (meeting.part === 'decides' && falls(days)) await decide(council, meeting)
    if (meeting.part === 'confirms' && falls(confirmedDaysAgo)) await confirmAll(council, meeting)
  }
}

/** So many of the last rows of the open session were chosen by the first person, and so many of them by both. */
const [byFirst, byBoth] = [4, 2]

/** Opens today's session, with some of its rows done and some that wait for the second person. */
export const openDecisions = async (council: InventedCouncil): Promise<void> => {
  const meetings = ratingMeetings(await policyInForce(council.id, dayOf(now())))
  const meeting = meetings.find(({ part }) => part === 'decides')
  if (meeting === undefined) return
  const [first, second] = peopleOf(council, meeting)
  if (first === undefined) return
  const opener = { kind: 'person', id: first.person, authorities: [council.id], services: 'all' } as const
  const loaded = await actingAs({ ...opener, actsAs: first.roles.join(', ') }, () =>
    open(council, meeting, 'open'),
  )
  if (second === undefined) return
  const { id: session, authority } = loaded.session
  const order = loaded.rows.map(({ service }) => service)
  const chosen = (await chosenAt(loaded))
    .toSorted((one, other) => order.indexOf(one.service) - order.indexOf(other.service))
    .slice(-byFirst)
  const formOf = (person: string) => idOf(`form ${session} ${person}`)
  await choose({ authority, session, ...first, form: formOf(first.person) }, chosen)
  const alike = chosen.slice(0, byBoth)
  await choose({ authority, session, ...second, form: formOf(second.person) }, alike)
  await settle(loaded, alike)
}
