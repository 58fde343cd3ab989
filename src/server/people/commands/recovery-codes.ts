import { randomBytes, randomInt } from 'node:crypto'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { slowHash } from '../password-hash.ts'

const howMany = 10
const halves = 2
const half = 5
const saltBytes = 16
/** Without letters and digits that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const newCode = (): string =>
  Array.from({ length: halves }, () =>
    Array.from({ length: half }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')

const bare = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Makes a person's recovery codes anew; those of before are worth nothing. Returns them: the only time they are known. */
export const makeRecoveryCodes = async (
  person: string,
  authority: string | null,
): Promise<readonly string[]> => {
  const salt = randomBytes(saltBytes)
  const codes = Array.from({ length: howMany }, newCode)
  const rows = await Promise.all(
    codes.map(async (code) => ({ person_id: person, salt, digest: await slowHash(bare(code), salt) })),
  )
  await emit(
    {
      kind: 'recovery-codes.made',
      authority,
      subject: { kind: 'person', id: person },
      payload: { number: howMany },
    },
    () =>
      inRoom('accounts', async () => {
        await db().deleteFrom('recovery_code').where('person_id', '=', person).execute()
        await db().insertInto('recovery_code').values(rows).execute()
      }),
  )
  return codes
}

/** Whether what was typed can be a recovery code: codes of an app are digits only. */
export const looksLikeRecoveryCode = (typed: string): boolean => bare(typed).length === halves * half

/** Uses a recovery code up. Returns how many are left; null where it is none of the person's, or was used. */
export const useRecoveryCode = (person: string, typed: string): Promise<number | null> =>
  inRoom('accounts', async () => {
    const left = await db()
      .selectFrom('recovery_code')
      .select(['salt', 'digest'])
      .where('person_id', '=', person)
      .where('used_at', 'is', null)
      .execute()
    const salt = left[0]?.salt
    if (!salt) return null
    const used = await db()
      .updateTable('recovery_code')
      .set({ used_at: now() })
      .where('person_id', '=', person)
      .where('digest', '=', await slowHash(bare(typed), salt))
      .where('used_at', 'is', null)
      .returning('digest')
      .executeTakeFirst()
    return used ? left.length - 1 : null
  })
