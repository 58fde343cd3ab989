/** What is collected from when: only then is silence a known zero (WA2). */
import { type Day, plusDays } from '../kit/days.ts'
import type { IntelligenceKind } from './kinds.ts'

/** A feed or form that collects a kind for a while, of some services. Both lists null: of all that are commissioned. */
export type Feed = {
  readonly kind: IntelligenceKind
  readonly from: Day
  readonly until: Day | null
  readonly serviceTypes: readonly string[] | null
  readonly services: readonly string[] | null
}

type OfService = { readonly id: string; readonly type: string; readonly commissioned: boolean }

/** Whether a feed is about a service: one that it names, else one that the council commissions, of its types. */
export const collectsFor = (feed: Feed, { id, type, commissioned }: OfService): boolean =>
  feed.services !== null
    ? feed.services.includes(id)
    : commissioned && (feed.serviceTypes === null || feed.serviceTypes.includes(type))

type Period = Pick<Feed, 'from' | 'until'>

const covers = ({ from, until }: Period, day: Day): boolean => from <= day && (until === null || until >= day)

const earliest = (periods: readonly Period[]): Day | null =>
  periods.reduce<Day | null>((first, { from }) => (first === null || from < first ? from : first), null)

/**
 * Returns the day since which there is no gap up to another day, or null where nothing collects on that day. One feed
 * may carry on where another ended.
 */
export const collectedSince = (periods: readonly Period[], to: Day): Day | null => {
  let since: Day | null = null
  for (let day = to; ; day = plusDays(since, -1)) {
    const first: Day | null = earliest(periods.filter((period) => covers(period, day)))
    if (first === null) return since
    since = first
  }
}

/** Returns from when each kind is collected of a service, without a gap up to a day. */
export const collectedOf = (
  feeds: readonly Feed[],
  service: OfService,
  to: Day,
): Readonly<Partial<Record<IntelligenceKind, Day>>> => {
  const own = Map.groupBy(
    feeds.filter((feed) => collectsFor(feed, service)),
    ({ kind }) => kind,
  )
  const since = [...own].flatMap(([kind, periods]) => {
    const day = collectedSince(periods, to)
    return day === null ? [] : [[kind, day] as const]
  })
  return Object.fromEntries(since)
}
