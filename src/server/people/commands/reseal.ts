import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { readKeys } from '../sealing/keys.ts'
import { seal, unseal } from '../sealing/seal.ts'

const othersThan = (key: string | null) =>
  db()
    .selectFrom('account')
    .select(['person_id', 'factor_secret', 'factor_key'])
    .where('factor_secret', 'is not', null)
    .where('factor_key', 'is distinct from', key)
    .orderBy('person_id')
    .forUpdate()
    .execute()

/** Seals every second step under the key that stands first now. Returns how many there were that were not. */
export const resealAll = (): Promise<number> =>
  inRoom('accounts', async () => {
    const keys = await readKeys()
    const known = new Set(keys.map(({ id }) => id))
    const stale = (await othersThan(keys[0]?.id ?? null)).filter(
      ({ factor_key: key }) => key === null || known.has(key),
    )
    for (const { person_id: person, factor_secret: bytes, factor_key: key } of stale) {
      if (bytes === null) continue
      const sealed = await seal(await unseal({ bytes, key }, person), person)
      await db()
        .updateTable('account')
        .set({ factor_secret: sealed.bytes, factor_key: sealed.key })
        .where('person_id', '=', person)
        .execute()
    }
    return stale.length
  })

/** Returns how many second steps stand under a key that is not here: their people need a recovery code, or a reset. */
export const countLocked = (): Promise<number> =>
  inRoom('accounts', async () => {
    const known = new Set((await readKeys()).map(({ id }) => id))
    const rows = await db()
      .selectFrom('account')
      .select(({ fn }) => ['factor_key', fn.countAll<number>().as('number')] as const)
      .where('factor_key', 'is not', null)
      .groupBy('factor_key')
      .execute()
    return rows
      .filter(({ factor_key: key }) => key !== null && !known.has(key))
      .reduce((sum, { number }) => sum + Number(number), 0)
  })
