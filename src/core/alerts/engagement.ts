import type { Day } from '../kit/days.ts'
import { dayInWords } from '../kit/words.ts'
import type { AlertsDocument } from '../policy/documents/alerts.ts'
import type { WatchedService } from './watched.ts'

/** What can count as engagement with a service that is below what is expected (W1.2). */
export const engagements = {
  'arranged-activity': 'an activity that is arranged',
  'held-activity': 'an activity that was held since the rating was published',
  visit: 'a visit since the rating was published, or one that is planned',
} as const

export type EngagementKind = keyof typeof engagements

/** Ids of everything that can count as engagement. */
export const engagementKinds = Object.keys(engagements) as [EngagementKind, ...EngagementKind[]]

type Finds = (service: WatchedService, since: Day) => string | null

const found: Readonly<Record<EngagementKind, Finds>> = {
  'arranged-activity': ({ activities }) => {
    const activity = activities.find(({ state }) => state === 'arranged')
    return activity === undefined ? null : `${activity.name} is arranged`
  },
  'held-activity': ({ activities }, since) => {
    const activity = activities.find(({ heldOn }) => heldOn !== null && heldOn >= since)
    return activity?.heldOn ? `${activity.name} was held on ${dayInWords(activity.heldOn)}` : null
  },
  visit: ({ visits }, since) => {
    const visit = visits.find((day) => day >= since)
    return visit === undefined ? null : `Visit of ${dayInWords(visit)}`
  },
}

/** Returns what engagement there is with a service since a rating was published, in words; null where there is none. */
export const engagementOf = (
  service: WatchedService,
  since: Day,
  { counts }: NonNullable<AlertsDocument['engagement']>,
): string | null => counts.map((kind) => found[kind](service, since)).find((words) => words !== null) ?? null
