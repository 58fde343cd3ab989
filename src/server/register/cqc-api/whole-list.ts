import type { Read } from '../../../core/register/read.ts'
import type { Say } from '../../platform/jobs/jobs.ts'
import type { Ask } from './ask.ts'
import { type Listing, pagesOf } from './pages.ts'

/** How often a list is read that will not hold still. */
const passes = 3

type ReadPage<Entry> = { readonly total: number; readonly entries: readonly Read<Entry>[] }

/**
 * Whether pages that were read one after another make up one list: none came twice, and the count stood still and
 * was reached. A list that changes in between moves entries over the edge of a page, where they are missed.
 */
const isWhole = <Entry>(pages: readonly ReadPage<Entry>[], idOf: (entry: Entry) => string): boolean => {
  const filled = pages.filter(({ entries }) => entries.length > 0)
  const distinct = new Set(
    filled.map(({ entries }) => entries.map((entry) => (entry.ok ? idOf(entry.value) : '')).join()),
  )
  const totals = new Set(pages.map(({ total }) => total))
  const met = filled.reduce((sum, { entries }) => sum + entries.length, 0)
  return distinct.size === filled.length && totals.size === 1 && met >= Math.max(...totals)
}

/**
 * Reads all entries of a list, each once, and reads it again where it changed meanwhile. What cannot be read is
 * said and left out.
 */
export async function* wholeList<Entry>(
  ask: Ask,
  listing: Listing,
  readEntry: (json: unknown) => Read<Entry>,
  idOf: (entry: Entry) => string,
  say: Say,
): AsyncGenerator<Entry> {
  const seen = new Set<string>()
  for (let pass = 1; pass <= passes; pass += 1) {
    const pages: ReadPage<Entry>[] = []
    for await (const { total, entries } of pagesOf(ask, listing))
      pages.push({ total, entries: entries.map(readEntry) })
    for (const entry of pages.flatMap(({ entries }) => entries)) {
      if (!entry.ok) {
        if (pass === 1) say(`CQC, ${listing.path}: an entry was left out: ${entry.reason}`)
      } else if (!seen.has(idOf(entry.value))) {
        seen.add(idOf(entry.value))
        yield entry.value
      }
    }
    if (isWhole(pages, idOf)) return
  }
  say(`CQC, ${listing.path}: the list changed each time it was read; ${seen.size} entries were found in it`)
}
