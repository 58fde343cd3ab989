import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ground } from './database/unit-of-work.ts'

const longestName = 150

/** Returns a name that a folder takes, as near as it can be to what the file was called where it came from. */
export const fileName = (given: string): string => {
  const bare = basename(given.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}<>:"|?*/]/gu, '')
  const name = bare.slice(-longestName).replace(/^[. ]+/, '')
  return name === '' ? 'file' : name
}

/** Returns where a file is kept: in the data folder, by its key. Keys are ours; never build one of what was typed. */
export const keptFile = (key: string): string => join(ground().dataFolder, 'files', key)

/** Keeps what streams in at a place that `keptFile` gave. Memory stays flat whatever the size. */
export const keepFile = async (path: string, content: Readable): Promise<void> => {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(path, { mode: 0o600 }))
}

/** Throws away all that is kept under a key or below it. What is not there is gone already. */
export const dropFiles = (key: string): Promise<void> => rm(keptFile(key), { recursive: true, force: true })
