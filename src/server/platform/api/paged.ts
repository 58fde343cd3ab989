import { z } from 'zod'
import { fault } from '../../../core/kit/problems.ts'

/** One page of a list, and the cursor under which it goes on. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Send it as `after` for the next page. Null on the last page.'),
  })

/**
 * Returns the place in a list that a cursor names: what the list is ordered by, of the last row of the page before. Rows
 * that come in meanwhile move nothing. Null for the beginning.
 */
export const placeOf = <Place extends z.ZodType>(
  cursor: string | undefined,
  place: Place,
): z.output<Place> | null => {
  if (cursor === undefined) return null
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  try {
    const read = place.safeParse(JSON.parse(text))
    if (read.success) return read.data
  } catch {
    // It is no JSON: the fault below says what to do.
  }
  throw fault('api-cursor-wrong')
}

/** Returns one page of rows, of which one more than the limit was read. `placeIn` is what the list is ordered by. */
export const paged = <RowRead, Item>(
  rows: readonly RowRead[],
  limit: number,
  placeIn: (row: RowRead) => readonly unknown[],
  itemOf: (row: RowRead) => Item,
): { readonly items: readonly Item[]; readonly next: string | null } => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(itemOf),
    next:
      rows.length > limit && last !== undefined
        ? Buffer.from(JSON.stringify(placeIn(last))).toString('base64url')
        : null,
  }
}
