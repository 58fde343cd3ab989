import { ratingMeetings, teamsOf } from '../../core/decisions/meetings.ts'
import { dayOf } from '../../core/kit/days.ts'
import { ground } from '../platform/database/unit-of-work.ts'
import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'
import { documentShared } from '../platform/mail/letters.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { policyInForce } from '../policy/in-force.ts'
import { documentById } from './queries/documents.ts'
import { teamPeople } from './queries/team-people.ts'

type Ended = Event<'decisions.closed' | 'decisions.confirmed'>

/** Writes to the people of the teams that a document is there. Who has no account finds it in the list. */
const tellTeams = async (event: Ended, onlyWithoutConfirmation: boolean): Promise<void> => {
  const { authority } = event
  if (authority === null) return
  const policy = await policyInForce(authority, dayOf(event.recordedAt))
  const confirms = ratingMeetings(policy).some(({ part }) => part === 'confirms')
  if (onlyWithoutConfirmation && confirms) return
  const document = await documentById(event.payload.document)
  const people = (await teamPeople(authority, teamsOf(policy))).flatMap((team) => team.people)
  for (const { name, email } of new Map(people.map((person) => [person.id, person])).values())
    if (email !== null)
      await queueMail({
        authority,
        to: email,
        letter: documentShared({
          name,
          council: document.content.council,
          title: document.title,
          link: `${ground().installation.address}/documents/${document.id}`,
        }),
      })
}

export const reactions: readonly Reaction[] = [
  {
    // W 3.2: the documentation of the meeting is shared with all three teams.
    name: 'decisions.share-confirmation',
    on: 'decisions.confirmed',
    when: 'later',
    run: (event) => tellTeams(event, false),
  },
  {
    // Where the policy has no meeting that confirms, the session's own document is what the teams get.
    name: 'decisions.share-summary',
    on: 'decisions.closed',
    when: 'later',
    run: (event) => tellTeams(event, true),
  },
]
