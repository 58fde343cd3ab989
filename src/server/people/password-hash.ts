import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Memory in KiB, passes and lanes: OWASP's for argon2id. They stand with each hash, so that they can be raised. */
type Cost = { readonly memory: number; readonly passes: number; readonly lanes: number }
const cost: Cost = { memory: 19_456, passes: 2, lanes: 1 }
const saltBytes = 16
const hashBytes = 32

/** Returns the hash of a secret under a salt: slow on purpose. */
export const slowHash = (
  secret: string,
  salt: Uint8Array,
  { memory, passes, lanes } = cost,
): Promise<Buffer> =>
  derive('argon2id', {
    message: secret.normalize('NFKC'),
    nonce: salt,
    memory,
    passes,
    parallelism: lanes,
    tagLength: hashBytes,
  })

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const inWords = (salt: Uint8Array, hash: Uint8Array): string =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.lanes}$${base64(salt)}$${base64(hash)}`

/** Returns a password's hash with its parameters and salt, in the form that all implementations share. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  return inWords(salt, await slowHash(password, salt))
}

const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** What came of comparing. `outdated`: right, and made with other parameters than today's. */
type Compared = { readonly right: boolean; readonly outdated: boolean }

const compare = async (password: string, stored: string): Promise<Compared> => {
  const [, memory, passes, lanes, salt = '', hash = ''] = shape.exec(stored) ?? []
  if (hash === '') throw new Error('A stored password hash is not in the form that we write')
  const used = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }
  const expected = Buffer.from(hash, 'base64')
  const found = await slowHash(password, Buffer.from(salt, 'base64'), used)
  const right = found.length === expected.length && timingSafeEqual(found, expected)
  const same = used.memory === cost.memory && used.passes === cost.passes && used.lanes === cost.lanes
  return { right, outdated: right && !same }
}

/** A hash that no password is known for: compared where there is no account, so that the answer takes as long. */
const nobodys = inWords(Buffer.alloc(saltBytes), Buffer.alloc(hashBytes))

/** Compares a password with a stored hash. Without one it takes the same time, and is wrong. */
export const isPassword = async (password: string, stored: string | null): Promise<Compared> => {
  if (stored !== null) return compare(password, stored)
  await compare(password, nobodys)
  return { right: false, outdated: false }
}
