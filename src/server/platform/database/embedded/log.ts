import type { FileHandle } from 'node:fs/promises'
import { chown, open, rename, stat } from 'node:fs/promises'
import type { Account } from './account.ts'
import type { Place } from './place.ts'

const limit = 10 * 1024 * 1024

/** Opens the server's log to add to it. One over 10 MB is put aside first; one that was put aside goes. */
export const openLog = async ({ log }: Place, account: Account | undefined): Promise<FileHandle> => {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > limit) await rename(log, `${log}.old`)
  const file = await open(log, 'a+', 0o600)
  // It is of no use to a later start as that account if it belongs to root.
  if (account !== undefined) await chown(log, account.uid, account.gid)
  return file
}

/** Returns the last lines written since a position, at most 2,000 characters. */
export const tailSince = async (file: FileHandle, position: number): Promise<string> => {
  const { size } = await file.stat()
  const from = Math.max(position, size - 2_000)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
  return buffer.toString('utf8', 0, bytesRead).trim()
}
