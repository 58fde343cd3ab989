import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns how many recovery codes a person has left. */
export const recoveryCodesLeft = (person: string): Promise<number> =>
  inRoom('accounts', async () => {
    const row = await db()
      .selectFrom('recovery_code')
      .select((build) => build.fn.countAll<number>().as('left'))
      .where('person_id', '=', person)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.left)
  })
