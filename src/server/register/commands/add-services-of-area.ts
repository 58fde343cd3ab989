import { db } from '../../platform/database/unit-of-work.ts'
import { followAreas } from './follow-register.ts'

const countServices = async (): Promise<number> =>
  Number(
    (
      await db()
        .selectFrom('service_now')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

/**
 * Gives the actor's councils a service for each history of locations of their areas that they have none for yet: not
 * commissioned, and rated from its public facts alone. Returns how many were added.
 */
export const addServicesOfArea = async (): Promise<number> => {
  const before = await countServices()
  await followAreas()
  return (await countServices()) - before
}
