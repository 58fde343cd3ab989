import { fileURLToPath } from 'node:url'
import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import { type Day, dayOf, daysBetween, hourOf, plusDays } from '../../core/kit/days.ts'
import { roles } from '../../core/people/roles.ts'
import { addAuthority } from '../authorities/commands.ts'
import { declareCollected, recordIntelligence } from '../intelligence/commands.ts'
import { addPerson } from '../people/commands.ts'
import { system } from '../platform/actor.ts'
import { db, type Ground, onGround, unitOfWork } from '../platform/database/unit-of-work.ts'
import type { Say } from '../platform/jobs/jobs.ts'
import { hashOf, readPackFiles } from '../platform/packs.ts'
import { adoptPolicy } from '../policy/commands.ts'
import { reRate } from '../ratings/commands.ts'
import { allServices } from '../ratings/queries.ts'
import { addServices } from '../register/commands/add-service.ts'
import { addServicesOfArea } from '../register/commands/add-services-of-area.ts'
import { importCqcFile } from '../register/commands/import-file.ts'
import { importLocations } from '../register/commands/import-locations.ts'
import { addContracts } from './contracts.ts'
import { eastmarch, people, services } from './eastmarch.ts'
import { idOf } from './ids.ts'
import { inventedId, inventedLocation } from './invented-location.ts'
import { addPeopleOutside } from './people-outside.ts'
import { addVisits } from './visits.ts'

const demonstration = system('demonstration', [eastmarch.id])
const packs = new URL('../../../packs/', import.meta.url)
const register = new URL('../../../data-sources/cqc/', import.meta.url)

/** How long ago the invented council began: longer than the longest window, so that every window is filled. */
const daysOfHistory = 400
/** Older concerns were dealt with: only those of the last days are on a work list. */
const daysOfOpenWork = 10
const workingHour = 10

/** Whether the database holds no authority yet. */
export const isEmpty = (on: Ground): Promise<boolean> =>
  unitOfWork(on, system('start', []), 'read', async () => {
    const row = await db().selectFrom('authority').select('id').limit(1).executeTakeFirst()
    return row === undefined
  })

/** Runs work as if on a past day: the clock stands still there, and what is long past sends no jobs. */
const onDay = <Result>(then: Day, today: Day, work: () => Promise<Result>): Promise<Result> =>
  onGround(
    {
      clock: () => hourOf(then, workingHour),
      ...(daysBetween(then, today) > daysOfOpenWork ? { jobs: { send: async () => {} } } : {}),
    },
    work,
  )

/** Brings the invented part of CQC's register to what would have been published by a day. */
const publishRatings = async (on: Day): Promise<void> =>
  void (await importLocations(
    services.map((service) => inventedLocation(service, on)).filter((location) => location !== null),
    true,
  ))

const foundCouncil = async (begun: Day, today: Day): Promise<void> => {
  const { id, name, areas } = eastmarch
  await addAuthority({ id, name, areas, invented: true }, eastmarch.pack)
  const files = await readPackFiles(fileURLToPath(new URL(eastmarch.pack, packs)))
  await adoptPolicy(eastmarch.id, { files, sha256: hashOf(files) })
  for (const { key, name, role } of people)
    if (roles[role].side === 'council')
      await addPerson({ id: idOf(key), name, role, invented: true, authority: eastmarch.id })
  await publishRatings(begun)
  await addServices(
    services.map((service) => ({
      ...service,
      id: idOf(service.key),
      authority: eastmarch.id,
      location: service.cqc === null ? null : inventedId(service),
      lead: idOf('tobias'),
      invented: true,
    })),
  )
  await addContracts(begun, today)
  await addPeopleOutside()
  for (const kind of intelligenceKinds) await declareCollected(eastmarch.id, kind, begun)
}

/** The invented intelligence by the day on which all of it was known. */
const intelligenceByDay = (today: Day) =>
  Map.groupBy(
    services.flatMap(({ key, intelligence }) =>
      intelligence.map(([kind, occurred, recorded, concluded, progressed, outcome], index) => ({
        known: plusDays(today, -Math.min(recorded, concluded ?? recorded)),
        item: {
          id: idOf(`${key} ${index}`),
          service: idOf(key),
          kind,
          occurred: plusDays(today, -occurred),
          concluded: concluded === undefined ? null : plusDays(today, -concluded),
          progressed: progressed ?? null,
          outcome: outcome ?? null,
          reference: null,
          summary: null,
          immediateRisk: false,
        },
      })),
    ),
    ({ known }) => known,
  )

const liveThroughHistory = async (begun: Day, today: Day): Promise<void> => {
  const byDay = intelligenceByDay(today)
  for (let passed = 0; passed < daysOfHistory; passed += 1) {
    const then = plusDays(begun, passed)
    await onDay(then, today, async () => {
      const published = services.some(({ cqc }) => cqc?.published === then)
      if (published) await publishRatings(then)
      for (const { item } of byDay.get(then) ?? []) await recordIntelligence(item)
      // Windows move on: once a week everything is rated anew, as the daily job does for the living.
      if (published || passed % 7 === 0) await reRate(await allServices())
    })
  }
}

/**
 * Fills an empty database with the invented council Eastmarch, as if it had worked with Plumbline for a year, and
 * with the real register of its area. Everything goes through the same commands as a person's own work, in one unit
 * of work: broken off, it leaves nothing.
 */
export const loadDemonstration = (on: Ground, say: Say): Promise<void> =>
  unitOfWork(on, demonstration, 'write', async () => {
    const today = dayOf(on.clock())
    const begun = plusDays(today, -daysOfHistory)
    say('Loading the demonstration: the invented council Eastmarch')
    await onDay(begun, today, () => foundCouncil(begun, today))
    await liveThroughHistory(begun, today)
    say('Loading the demonstration: CQC’s public register of one area, 451 locations')
    for (const name of ['oldham_locations.ndjson.gz', 'oldham_providers.ndjson.gz'])
      await importCqcFile(fileURLToPath(new URL(name, register)))
    // Locations may be in the register already, from an import before the first start.
    await addServicesOfArea()
    await addVisits(today)
    await reRate(await allServices())
  })
