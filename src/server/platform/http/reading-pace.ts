import type { Context } from 'hono'
import type { Ground } from '../database/unit-of-work.ts'
import type { Signed } from './signed.ts'
import { sourceOf } from './source.ts'

const minuteLetters = 'yyyy-mm-ddThh:mm'.length

/**
 * Returns whether a page may still be read in this minute: far more than anybody reads, far less than a program that
 * copies everything. Counted by each server for itself: a row for each page would cost more than the page.
 */
export const readingPace = (on: Ground): ((context: Context, signed: Signed | null) => boolean) => {
  let minute = ''
  let reads = new Map<string, number>()
  return (context, signed) => {
    const now = on.clock().slice(0, minuteLetters)
    if (now !== minute) [minute, reads] = [now, new Map()]
    const key = signed ? `person ${signed.person.id}` : `source ${sourceOf(context, on.installation)}`
    const count = (reads.get(key) ?? 0) + 1
    reads.set(key, count)
    return count <= (signed ? on.installation.readsOfPerson : on.installation.readsOfSource)
  }
}
