import type { Mapping } from '../../../core/intelligence/import/columns.ts'
import { type ImportRow, rowReader, rowTaker } from '../../../core/intelligence/import/read-row.ts'
import { changesInWords } from '../../../core/intelligence/in-words.ts'
import type { IntelligenceLists } from '../../../core/intelligence/lists.ts'
import { differing, type IntelligenceSaid } from '../../../core/intelligence/said.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { idOfReference } from '../id-of-reference.ts'
import { listsFor } from '../policy-lists.ts'
import { type KnownItem, knownItems } from '../queries/known-items.ts'
import type { FileTable, TableRow } from './file-table.ts'
import { type ServiceFound, serviceFinder } from './find-service.ts'

/** What a row would do: add an item, change one, nothing (here already, or twice in the file), or it is wrong. */
export type JudgedRow = { readonly row: number; readonly reference: string } & (
  | {
      readonly what: 'new' | 'changed'
      readonly id: string
      readonly service: { readonly id: string; readonly name: string }
      readonly said: IntelligenceSaid
      readonly notes: readonly string[]
    }
  | { readonly what: 'same' | 'duplicate'; readonly notes: readonly string[] }
  | { readonly what: 'wrong'; readonly cells: readonly string[]; readonly notes: readonly string[] }
)

/** So many rows are looked up at once. */
const batchRows = 5000

type Taken = TableRow & { readonly parts: ImportRow; readonly id: string }

/** What the rows above said under an id. */
type Above = Map<string, { readonly row: number; readonly said: IntelligenceSaid; readonly service: string }>

type Judging = {
  readonly read: ReturnType<typeof rowReader>
  readonly serviceOf: (row: ImportRow) => ServiceFound
  readonly lists: IntelligenceLists
  readonly above: Above
}

const judge = ({ row, cells, parts, id }: Taken, before: KnownItem | null, given: Judging): JudgedRow => {
  const reference = parts.reference ?? ''
  const read = given.read(parts, before)
  const service = given.serviceOf(parts)
  const errors = [...('errors' in service ? service.errors : []), ...('errors' in read ? read.errors : [])]
  if ('errors' in read || 'errors' in service) return { row, reference, what: 'wrong', cells, notes: errors }
  if (before !== null && before.service !== service.id)
    return {
      row,
      reference,
      what: 'wrong',
      cells,
      notes: ['Service: this reference is here already, for another service'],
    }
  const { said } = read
  const other = given.above.get(id)
  if (other !== undefined) {
    const agrees = other.service === service.id && differing(other.said, said).length === 0
    return agrees
      ? { row, reference, what: 'duplicate', notes: [`The same as row ${other.row}`] }
      : {
          row,
          reference,
          what: 'wrong',
          cells,
          notes: [`Reference: row ${other.row} has the same, and says something else`],
        }
  }
  given.above.set(id, { row, said, service: service.id })
  if (before === null) return { row, reference, what: 'new', id, service, said, notes: [] }
  if (differing(before, said).length === 0) return { row, reference, what: 'same', notes: [] }
  return {
    row,
    reference,
    what: 'changed',
    id,
    service,
    said,
    notes: changesInWords(before, said, given.lists),
  }
}

/** How far the reading is, told after each batch. */
export type Progress = (rows: number) => Promise<void>

/**
 * Judges the rows of a file against what the council knows now, a batch at a time, in a query each. The same reference
 * of a source is the same item.
 */
export async function* judgeTable(
  given: { readonly authority: string; readonly source: string; readonly mapping: Mapping },
  table: FileTable,
  progress: Progress = async () => {},
): AsyncGenerator<readonly JudgedRow[]> {
  const lists = await listsFor(given.authority)
  const judging: Judging = {
    lists,
    read: rowReader(lists, dayOf(now())),
    serviceOf: await serviceFinder(given.authority),
    above: new Map(),
  }
  const take = rowTaker(given.mapping, table.heading)
  let batch: Taken[] = []
  let rows = 0
  const judged = async (): Promise<readonly JudgedRow[]> => {
    const before = await knownItems(batch.map(({ id }) => id))
    const done = batch.map((taken) => judge(taken, before.get(taken.id) ?? null, judging))
    rows += batch.length
    batch = []
    await progress(rows)
    return done
  }
  for await (const { row, cells } of table.rows) {
    const parts = take(cells)
    batch.push({ row, cells, parts, id: idOfReference(given.authority, given.source, parts.reference ?? '') })
    if (batch.length === batchRows) yield await judged()
  }
  if (batch.length > 0) yield await judged()
}
