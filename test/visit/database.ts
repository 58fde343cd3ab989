import { instant } from '../../src/core/kit/days.ts'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { system } from '../../src/server/platform/actor.ts'
import { connect } from '../../src/server/platform/database/connect.ts'
import { type Ground, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { ordinaryInstallation } from '../../src/server/platform/installation.ts'
import { addServices } from '../../src/server/register/commands/add-service.ts'
import { planVisit } from '../../src/visit/server/plan-visit.ts'
import { testDatabase } from '../support/database.ts'
import { rowanHouse } from './rowan-house.ts'

/** A database of its own for one test file. */
export const openTestDatabase = async (): Promise<{ ground: Ground; close: () => Promise<void> }> => {
  const database = await testDatabase('empty')
  const { kysely, pool } = connect(database.url)
  const clock = () => instant('2026-11-23T08:00:00Z')
  return {
    ground: {
      kysely,
      clock,
      jobs: { send: async () => {} },
      reactions: [],
      mode: 'demo',
      dataFolder: '',
      installation: ordinaryInstallation,
    },
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
}

/** Runs work as an authority's own. */
export const asCouncil = <Result>(
  on: Ground,
  authority: string,
  work: () => Promise<Result>,
): Promise<Result> => unitOfWork(on, system('test', [authority]), 'write', work)

/** Adds a council of its own with one planned visit. Returns both ids. */
export const addCouncilWithVisit = async (on: Ground): Promise<{ authority: string; id: string }> => {
  const [service, id] = [crypto.randomUUID(), crypto.randomUUID()]
  const authority = `council-${id}`
  await asCouncil(on, authority, async () => {
    await addAuthority({ id: authority, name: 'Eastmarch', areas: [], invented: true }, 'wirral-2022')
    await addServices([{ ...rowan, id: service, authority }])
    await planVisit({ ...rowanHouse, id, authority, service })
  })
  return { authority, id }
}

const rowan = {
  location: null,
  name: 'Rowan House',
  type: 'care-home',
  provider: 'Rowan Care',
  place: 'Eastmarch',
  postcode: 'ZZ1 1ZZ',
  population: 40,
  lead: null,
  invented: true,
} as const
