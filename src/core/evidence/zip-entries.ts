import { beginsWith, lettersOf, numberAt } from './file-bytes.ts'

/** A file inside a zip file, as its directory says. */
export type ZipEntry = { readonly name: string; readonly unpacked: number; readonly isLocked: boolean }

const endMark = [0x50, 0x4b, 0x05, 0x06]
const entryMark = [0x50, 0x4b, 0x01, 0x02]
const endLength = 22
const longestComment = 65_535
const entryLength = 46

const endOf = (bytes: Uint8Array): number | null => {
  const last = bytes.length - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (beginsWith(bytes, endMark, at)) return at
  return null
}

/**
 * Returns what the directory of a zip file lists, without unpacking anything. Null where there is no whole directory:
 * one that says more or less than is there is damaged, or was made to be read in two ways.
 */
export const zipEntries = (bytes: Uint8Array): readonly ZipEntry[] | null => {
  const end = endOf(bytes)
  if (end === null) return null
  const count = numberAt(bytes, end + 10, 2)
  const entries: ZipEntry[] = []
  let at = numberAt(bytes, end + 16, 4)
  for (let number = 0; number < count; number += 1) {
    if (!beginsWith(bytes, entryMark, at)) return null
    const nameLength = numberAt(bytes, at + 28, 2)
    const name = lettersOf(bytes.subarray(at + entryLength, at + entryLength + nameLength))
    const isLocked = numberAt(bytes, at + 8, 2) % 2 === 1
    entries.push({ name, isLocked, unpacked: numberAt(bytes, at + 24, 4) })
    at += entryLength + nameLength + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2)
  }
  return at === end ? entries : null
}
