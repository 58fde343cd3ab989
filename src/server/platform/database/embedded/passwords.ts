import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fault } from '../../../../core/kit/problems.ts'
import { codeOf, saysOf } from './errors.ts'
import { type Place, unfinished } from './place.ts'

const shape = z.object({ superuser: z.string().min(32), owner: z.string().min(32) })

/** The passwords of the two roles that sign in to the embedded server. */
export type Passwords = z.infer<typeof shape>

const make = (): string => randomBytes(24).toString('base64url')

/** Reads the passwords of a cluster. Undefined where none were made yet. */
export const readPasswords = async ({ cluster, passwords }: Place): Promise<Passwords | undefined> => {
  try {
    return shape.parse(JSON.parse(await readFile(passwords, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (codeOf(error) === 'EACCES') throw fault('embedded-owner', { folder: cluster, why: saysOf(error) })
    throw fault('embedded-passwords', { folder: cluster, file: passwords, why: 'the file is damaged' })
  }
}

/**
 * Makes passwords before there is a cluster, and returns those that stand in the file. The file appears
 * whole and only once: of two first starts at the same moment, both get the same passwords.
 */
export const makePasswords = async (place: Place): Promise<Passwords> => {
  const making = join(place.folder, `${unfinished}${process.pid}.json`)
  const made: Passwords = { superuser: make(), owner: make() }
  await writeFile(making, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true })
  const failed = await link(making, place.passwords).catch((error: unknown) => error)
  await rm(making, { force: true })
  const standing = await readPasswords(place)
  if (standing === undefined) throw failed
  return standing
}
