import { fileURLToPath } from 'node:url'
import { dayOf } from '../../core/kit/days.ts'
import { system } from '../platform/actor.ts'
import { allowLongWork } from '../platform/database/long-work.ts'
import { db, type Ground, onGround, unitOfWork } from '../platform/database/unit-of-work.ts'
import type { Say } from '../platform/jobs/jobs.ts'
import { reRate } from '../ratings/commands.ts'
import { allServices } from '../ratings/queries.ts'
import { addServicesOfArea } from '../register/commands/add-services-of-area.ts'
import { importCqcFile } from '../register/commands/import-file.ts'
import { findAlerts } from './alerts.ts'
import { openDecisions } from './decisions.ts'
import { foundCouncil } from './found.ts'
import { liveThroughHistory, type Pace, without } from './history.ts'
import { invent, type Size, usual } from './invent.ts'
import type { Demonstration } from './invented.ts'
import { arrangeWhatIsNext } from './monitoring.ts'
import { onDay, withoutJobs } from './on-day.ts'

const register = new URL('../../../data-sources/cqc/', import.meta.url)

/** Whether the database holds no authority yet. */
export const isEmpty = (on: Ground): Promise<boolean> =>
  unitOfWork(on, system('start', []), 'read', async () => {
    const row = await db().selectFrom('authority').select('id').limit(1).executeTakeFirst()
    return row === undefined
  })

/** The last month day by day, as people worked; before it in steps of one week, and long ago of two. */
const paceOf = (size: Size): Pace =>
  size === 'named'
    ? { steps: [], daysOfOpenWork: 10 }
    : {
        daysOfOpenWork: 21,
        steps: [
          { daysAgo: 30, every: 1 },
          { daysAgo: 200, every: 7 },
          { daysAgo: Number.POSITIVE_INFINITY, every: 14 },
        ],
      }

const inWords = ({ councils }: Demonstration): string =>
  councils.map(({ name, services }) => `${name}, ${services.length} services`).join('; ')

/**
 * Fills an empty database with invented councils, as if they had worked with Plumbline for a year or two, and with
 * the real register of one area. Everything goes through the same commands as a person's own work, in one unit of
 * work: broken off, it leaves nothing.
 */
export const loadDemonstration = async (on: Ground, say: Say, size: Size = usual): Promise<void> => {
  const today = dayOf(on.clock())
  const demonstration = invent(size, today)
  const { begun, councils } = demonstration
  await unitOfWork(
    on,
    system(
      'demonstration',
      councils.map(({ id }) => id),
    ),
    'write',
    async () => {
      await allowLongWork()
      say(`Loading the demonstration, all of it invented: ${inWords(demonstration)}`)
      await onDay(begun, { ...withoutJobs, ...without('monitoring.plan-') }, async () => {
        for (const council of councils) await foundCouncil(council, begun)
      })
      await liveThroughHistory(demonstration, paceOf(size), say)
      say('Loading the demonstration: CQC’s public register of one area, 451 locations')
      for (const name of ['oldham_locations.ndjson.gz', 'oldham_providers.ndjson.gz'])
        await importCqcFile(fileURLToPath(new URL(name, register)))
      // Locations may be in the register already, from an import before the first start.
      await addServicesOfArea()
      await onGround(without('home.'), async () => void (await reRate(await allServices())))
      for (const council of councils) await openDecisions(council)
      await onDay(today, { ...withoutJobs, ...without('home.') }, async () => {
        for (const council of councils) await arrangeWhatIsNext(council, today)
      })
      say('Loading the demonstration: alerts, by the rules of each policy')
      for (const council of councils) await findAlerts(council, paceOf(size).daysOfOpenWork)
    },
  )
}
