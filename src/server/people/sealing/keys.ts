import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fault } from '../../../core/kit/problems.ts'
import { type Ground, ground } from '../../platform/database/unit-of-work.ts'

/** A key that seals secrets of second steps, and what the rows call it. */
export type SealingKey = { readonly id: string; readonly bytes: Buffer }

type Where = Pick<Ground, 'dataFolder' | 'installation'>

const keyBytes = 32
const line = /^([a-z0-9-]{1,40}) ([A-Za-z0-9+/]{43}=)$/

/** Returns the file of keys: that of the setting, or the one in the data folder, which is never part of a backup. */
export const keysFile = ({ dataFolder, installation }: Where): string =>
  installation.secondStepKeys?.file ?? join(dataFolder, 'keys', 'second-steps')

const keysIn = (text: string, where: string): readonly SealingKey[] => {
  const lines = text
    .replaceAll(/#.*/g, '')
    .split(/[\n,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return lines.map((each) => {
    const [, id, key] = line.exec(each) ?? []
    if (id === undefined || key === undefined) throw fault('second-step-keys-wrong', { where })
    return { id, bytes: Buffer.from(key, 'base64') }
  })
}

const heading =
  '# Keys of second steps. The first seals, all of them open. Keep this file, and not beside a backup.'

const asText = (keys: readonly SealingKey[]): string =>
  [heading, ...keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64')}`), ''].join('\n')

/** Returns a new key. Its name is its own, so that two installations never call two keys the same. */
export const newKey = (): SealingKey => ({
  id: `key-${randomBytes(6).toString('hex')}`,
  bytes: randomBytes(keyBytes),
})

/** Returns the keys, the one that seals first; none where no file was made yet. Read anew each time: a new key holds at once. */
export const readKeys = async (on: Where = ground()): Promise<readonly SealingKey[]> => {
  const given = on.installation.secondStepKeys
  if (given?.text !== undefined) return keysIn(given.text, 'SECOND_STEP_KEYS')
  const path = keysFile(on)
  try {
    return keysIn(await readFile(path, 'utf8'), 'the file of keys')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Writes the file of keys, whole: for the server's own account alone. */
export const writeKeys = async (keys: readonly SealingKey[]): Promise<void> => {
  const path = keysFile(ground())
  const making = `${path}.${process.pid}.new`
  await writeFile(making, asText(keys), { mode: 0o600, flush: true })
  await rename(making, path)
}

/** Makes the file with a first key. Of two that make it at once, one does, and both use what it made. */
export const makeKeys = async (): Promise<readonly SealingKey[]> => {
  const path = keysFile(ground())
  const making = `${path}.${process.pid}.new`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(making, asText([newKey()]), { mode: 0o600, flush: true })
  await link(making, path).catch(() => undefined)
  await rm(making, { force: true })
  return readKeys()
}
