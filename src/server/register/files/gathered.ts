import type { RatingRow } from '../../../core/register/tables/rating-row.ts'
import { knowledgeOfRows } from '../../../core/register/tables/rating-rows.ts'
import type { ToldRow } from './read-table.ts'
import type { CqcRow } from './rows.ts'

/**
 * Gathers rows of ratings that stand together and are of one location; other rows pass as they are. Where more rows
 * of a location come later, they are a piece of their own that is not `complete`, to be `joined` to the first.
 * Nor is it complete where a row beside it was rejected, for that may have been one of its own.
 */
export async function* gathered(rows: AsyncIterable<ToldRow>): AsyncGenerator<CqcRow> {
  const seen = new Set<string>()
  let held: [RatingRow, ...RatingRow[]] | null = null
  let from = 0
  let doubtful = false
  const release = (together: [RatingRow, ...RatingRow[]]): CqcRow => {
    const { id } = together[0]
    const complete = !doubtful && !seen.has(id)
    seen.add(id)
    return { row: from, rows: together.length, knowledge: knowledgeOfRows(together, complete) }
  }
  let rejectedBefore = false
  for await (const told of rows) {
    if (!('rating' in told)) {
      rejectedBefore = 'rejected' in told
      doubtful ||= rejectedBefore
      yield told
      continue
    }
    if (held && held[0].id === told.rating.id) held.push(told.rating)
    else {
      if (held) yield release(held)
      held = [told.rating]
      from = told.row
      doubtful = rejectedBefore
    }
    rejectedBefore = false
  }
  if (held) yield release(held)
}
