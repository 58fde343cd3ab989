import type { Day } from '../../core/kit/days.ts'
import { system } from '../platform/actor.ts'
import { unitOfWork } from '../platform/database/unit-of-work.ts'
import type { Event } from '../platform/events/event.ts'
import type { Reaction } from '../platform/events/reaction.ts'
import type { OwnUnits, Scheduled } from '../platform/jobs/schedule.ts'
import { raiseConcerns } from './commands/raise-concerns.ts'
import { sendDigests } from './commands/send-digests.ts'
import { tellUrgent } from './commands/tell-urgent.ts'
import { watch } from './commands/watch.ts'
import { authoritiesOfLocations } from './queries/authorities-of-locations.ts'

const watchThose = async (authority: string | null, services: readonly string[]): Promise<void> => {
  if (authority !== null) await watch(authority, services)
}

/** What happened to a service, or to several, may give or take causes of alerts. They are looked at anew, as they are now. */
const watchNamed = (event: Event<'rating.proposed' | 'rating.decided'>): Promise<void> =>
  watchThose(
    event.authority,
    event.payload.services.map(({ id }) => id),
  )

export const reactions: readonly Reaction[] = [
  {
    name: 'home.add-work',
    on: 'intelligence.recorded',
    when: 'later',
    run: async ({ authority, payload, subject, recordedAt }) => {
      const { id, kind, immediateRisk } = payload
      if (authority === null || (kind !== 'care-concern' && !immediateRisk)) return
      const occurred = payload.occurred as Day
      await raiseConcerns(authority, [{ id, service: subject.id, occurred, immediateRisk, recordedAt }])
    },
  },
  {
    // At once, whether or not its email is ever confirmed: a risk is never lost (W2.6). Intelligence that comes of it
    // has its id, and so is the same cause.
    name: 'home.add-raised-risk',
    on: 'concern.raised',
    when: 'later',
    run: async ({ authority, payload, recordedAt }) => {
      const { concern: id, service, immediateRisk } = payload
      if (authority === null || !immediateRisk) return
      const opens = `/intelligence/raised/${id}`
      await raiseConcerns(authority, [{ id, service, occurred: null, immediateRisk, recordedAt, opens }])
    },
  },
  { name: 'home.watch-proposals', on: 'rating.proposed', when: 'later', run: watchNamed },
  { name: 'home.watch-decisions', on: 'rating.decided', when: 'later', run: watchNamed },
  {
    name: 'home.watch-plans',
    on: 'activity.planned',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, payload.services),
  },
  {
    name: 'home.watch-activity',
    on: 'activity.changed',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, [payload.service]),
  },
  {
    name: 'home.watch-corrections',
    on: 'intelligence.corrected',
    when: 'later',
    run: ({ authority, subject }) => watchThose(authority, [subject.id]),
  },
  {
    name: 'home.watch-imported',
    on: 'intelligence.imported',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, payload.services),
  },
  {
    name: 'home.watch-suspended',
    on: 'suspension.started',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, [payload.service]),
  },
  {
    name: 'home.watch-suspension',
    on: 'suspension.changed',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, [payload.service]),
  },
  {
    name: 'home.watch-lifted',
    on: 'suspension.lifted',
    when: 'later',
    run: ({ authority, payload }) => watchThose(authority, [payload.service]),
  },
  {
    // About no service, so the whole council is looked at: a few times a year.
    name: 'home.watch-public-list',
    on: 'publication.reviewed',
    when: 'later',
    run: async ({ authority }) => {
      if (authority !== null) await watch(authority, 'all')
    },
  },
  {
    // CQC's register is shared: one change may be about services of several councils.
    name: 'home.watch-ratings',
    on: 'register.rating-changed',
    when: 'later',
    run: async ({ payload }) => {
      const found = await authoritiesOfLocations(payload.changes.map(({ location }) => location))
      for (const [authority, services] of found) await watch(authority, services)
    },
  },
  {
    name: 'home.tell-urgent',
    on: 'alerts.found',
    when: 'later',
    run: async ({ authority, payload }) => {
      if (authority !== null) await tellUrgent(authority, payload.opened)
    },
  },
]

/** Does something for each council by itself, in a unit of work of its own: what is done for one is kept. */
const forEachCouncil =
  (name: string, run: (authority: string) => Promise<void>) =>
  async ({ on, actor }: OwnUnits): Promise<void> => {
    for (const authority of actor.authorities)
      await unitOfWork(on, system(name, [authority]), 'write', () => run(authority))
  }

export const scheduled: readonly Scheduled[] = [
  {
    // The calendar makes things due and overdue, and feeds fall silent without an event.
    name: 'home.watch-all',
    cron: '*/15 * * * *',
    runInUnits: forEachCouncil('home.watch-all', (authority) => watch(authority, 'all')),
  },
  {
    // From the morning of a working day on, so that a server which was away catches up within its hours.
    name: 'home.send-digests',
    cron: '*/30 8-17 * * 1-5',
    runInUnits: forEachCouncil('home.send-digests', sendDigests),
  },
]
