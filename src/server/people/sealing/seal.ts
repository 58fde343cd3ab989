import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { fault } from '../../../core/kit/problems.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { makeKeys, readKeys, type SealingKey } from './keys.ts'

/** A secret as its row holds it. `key` is null where it was stored by a version that did not seal. */
export type Sealed = { readonly bytes: Uint8Array; readonly key: string | null }

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What a secret belongs to: one that is copied into another person's row does not open there. */
const boundTo = (person: string): Buffer => Buffer.from(`plumbline second step of ${person}`)

const isAnythingSealed = (): Promise<boolean> =>
  inRoom('accounts', async () => {
    const found = await db()
      .selectFrom('account')
      .select('factor_key')
      .where('factor_key', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    return found !== undefined
  })

/** Returns the key that seals. The first is made by itself, but never where others were in use: those must be found. */
const sealingKey = async (): Promise<SealingKey> => {
  const [known] = await readKeys()
  if (known !== undefined) return known
  const [made] = (await isAnythingSealed()) ? [] : await makeKeys()
  if (made === undefined) throw fault('second-step-key-missing')
  return made
}

/** Seals a person's secret: AES-256-GCM under a nonce of its own. */
export const seal = async (
  secret: Uint8Array,
  person: string,
): Promise<Sealed & { readonly bytes: Buffer }> => {
  const { id, bytes } = await sealingKey()
  const nonce = randomBytes(nonceBytes)
  const work = createCipheriv(cipher, bytes, nonce).setAAD(boundTo(person))
  const hidden = Buffer.concat([work.update(secret), work.final()])
  return { bytes: Buffer.concat([nonce, work.getAuthTag(), hidden]), key: id }
}

/** Opens a person's secret. Throws `second-step-key-missing` where its key is not here, or the row was altered. */
export const unseal = async ({ bytes, key }: Sealed, person: string): Promise<Buffer> => {
  const given = Buffer.from(bytes)
  if (key === null) return given
  const known = (await readKeys()).find(({ id }) => id === key)
  if (known === undefined) throw fault('second-step-key-missing')
  const work = createDecipheriv(cipher, known.bytes, given.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(boundTo(person))
    .setAuthTag(given.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([work.update(given.subarray(nonceBytes + tagBytes)), work.final()])
  } catch {
    throw fault('second-step-key-missing')
  }
}
