import { type Day, daysBetween, plusDays } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { declareCollected } from '../intelligence/commands/declare-collected.ts'
import { type Ground, ground } from '../platform/database/unit-of-work.ts'
import type { Say } from '../platform/jobs/jobs.ts'
import { reRate } from '../ratings/commands.ts'
import { allServices } from '../ratings/queries.ts'
import { importLocations } from '../register/commands/import-locations.ts'
import { liveContracts } from './contracts.ts'
import { liveDecisions } from './decisions.ts'
import { feedNames } from './feed-names.ts'
import { learn } from './intelligence.ts'
import type { Demonstration, InventedCouncil, InventedService } from './invented.ts'
import { inventedLocation } from './invented-location.ts'
import { planEverything } from './monitoring.ts'
import { onDay, withoutJobs } from './on-day.ts'
import { stateInventedFacts } from './stated-facts.ts'
import { liveSuspensions } from './suspensions.ts'
import { addVisit, answerVisit } from './visits.ts'

/** A visit is planned so long before. */
const daysOfPlanning = 35
/** So long ago the teams stated what their policy reads of each service. */
const daysSinceStated = 150

/** How closely the past is lived through again. */
export type Pace = {
  /** How many days lie between two moments, so many days ago or fewer; otherwise one. */
  readonly steps: readonly { readonly daysAgo: number; readonly every: number }[]
  /** Older concerns were dealt with: only those of the last days are on a work list. */
  readonly daysOfOpenWork: number
}

/** Returns the days on which the past is lived through, oldest first. */
export const momentsOf = (begun: Day, today: Day, pace: Pace): readonly Day[] => {
  const all = daysBetween(begun, today)
  const days: Day[] = []
  for (let daysAgo = all; daysAgo > 0; ) {
    days.push(plusDays(today, -daysAgo))
    const every = pace.steps.find((each) => daysAgo <= each.daysAgo)?.every ?? 1
    daysAgo -= every
  }
  return days
}

type Within = (day: Day) => boolean

/** Brings the invented part of CQC's register to what was registered and published in a while. */
const publish = async ({ services, name }: InventedCouncil, within: Within, then: Day): Promise<void> => {
  const news = ({ cqc }: InventedService) =>
    cqc !== null && (within(cqc.registered) || cqc.ratings.some(({ published }) => within(published)))
  const locations = services.filter(news).flatMap((service) => inventedLocation(service, name, then) ?? [])
  if (locations.length > 0) await importLocations(locations, true)
}

const visit = async ({ id, visits }: InventedCouncil, within: Within): Promise<void> => {
  for (const each of visits) {
    if (within(plusDays(each.heldOn, -daysOfPlanning))) await addVisit(id, each)
    if (within(each.heldOn)) await answerVisit(each)
  }
}

/** Lives through a while of a council, up to and including a day. */
const live = async (council: InventedCouncil, within: Within, then: Day, byHand: boolean): Promise<void> => {
  await publish(council, within, then)
  await liveContracts(council, within)
  await liveSuspensions(council, within, then)
  for (const { kind, from } of council.feeds)
    if (within(from)) await declareCollected(council.id, kind, from, feedNames[kind])
  await learn(council, within, byHand)
  await visit(council, within)
}

/**
 * Takes away what some slices do by themselves: where many are rated or planned together anyway, none is by itself
 * before, and alerts are looked for once, at the end.
 */
export const without = (...rooms: readonly string[]): Partial<Ground> => ({
  reactions: ground().reactions.filter(({ name }) => !rooms.some((room) => name.startsWith(room))),
})

/** So many days ago the plans of all services are worked out together; before it none is. */
const daysOfPlans = 7

const daysOfWeek = 7

/** How often somebody who waits is told how far it is. */
const daysBetweenWords = 120

/** Lives through the years of a demonstration, so that every past day shows what was known on it. */
export const liveThroughHistory = async ({ begun, today, councils }: Demonstration, pace: Pace, say: Say) => {
  let after = begun
  let told = begun
  for (const then of momentsOf(begun, today, pace)) {
    const ago = daysBetween(then, today)
    if (daysBetween(told, then) >= daysBetweenWords) {
      say(`Loading the demonstration: what happened until ${dayInWords(then)}`)
      told = then
    }
    const from = after
    const daily = daysBetween(from, then) <= 1
    const rateAll = !daily || daysBetween(begun, then) % daysOfWeek === 0
    const open = ago <= pace.daysOfOpenWork
    const planned = ago <= daysOfPlans
    const rooms = ['home.', ...(rateAll ? ['ratings.'] : []), ...(planned ? [] : ['monitoring.plan-'])]
    const changes = { ...without(...rooms), ...(open ? {} : withoutJobs) }
    await onDay(then, changes, async () => {
      const within: Within = (day) => from < day && day <= then
      for (const council of councils) await live(council, within, then, open)
      if (within(plusDays(today, -daysSinceStated)))
        for (const council of councils) await stateInventedFacts(council, then)
      if (rateAll) await reRate(await allServices())
      for (const council of councils) await liveDecisions(council, within, today)
      if (planned && daysBetween(from, today) > daysOfPlans)
        for (const council of councils) await planEverything(council, { begun, then, today })
    })
    after = then
  }
}
