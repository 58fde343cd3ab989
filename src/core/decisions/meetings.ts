/** The meetings of a policy that decide and confirm ratings. */
import { type Day, plusDays, plusMonths } from '../kit/days.ts'
import { isRole, type Role } from '../people/roles.ts'
import type { Policy } from '../policy/policy.ts'

type MeetingDocument = Policy['documents']['monitoring']['meetings'][number]

export type MeetingPart = NonNullable<MeetingDocument['ratings']>['part']

/** A meeting that has a part in ratings. */
export type RatingMeeting = {
  readonly id: string
  readonly name: string
  readonly part: MeetingPart
  readonly does: string
  readonly every: MeetingDocument['every']
  /** The roles that must agree; empty for a meeting that confirms. */
  readonly agreedBy: readonly Role[]
}

/** Returns the meetings of a policy that have a part in ratings, in its order. */
export const ratingMeetings = ({ documents }: Policy): readonly RatingMeeting[] =>
  documents.monitoring.meetings.flatMap(({ id, name, does, every, ratings }) =>
    ratings === undefined
      ? []
      : [
          {
            id,
            name,
            does,
            every,
            part: ratings.part,
            agreedBy: (ratings.agreedBy ?? []).filter(isRole),
          },
        ],
  )

/** Returns on which day a meeting of the calendar is due after it was held last; null for one that has no calendar. */
export const nextDue = ({ every }: Pick<RatingMeeting, 'every'>, last: Day): Day | null => {
  if (every === undefined) return null
  return 'months' in every ? plusMonths(last, every.months) : plusDays(last, every.days)
}

/** A team that gets the documents: its name, and the roles of its people. */
export type Team = { readonly id: string; readonly name: string; readonly roles: readonly Role[] }

/** Returns the teams with which a policy shares what was decided. */
export const teamsOf = ({ documents }: Policy): readonly Team[] =>
  (documents.monitoring.sharedWith ?? []).map(({ team, roles }) => ({
    id: team,
    name: documents.pack.roles.find(({ id }) => id === team)?.name ?? team,
    roles: roles.filter(isRole),
  }))
