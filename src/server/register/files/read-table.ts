import { basename } from 'node:path'
import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { columnsOf, missingIn, plain, type Row } from '../../../core/register/tables/columns.ts'
import { producedOnIn, producedOnInName } from '../../../core/register/tables/cqc-day.ts'
import type { Table, Told } from '../../../core/register/tables/table.ts'
import { gathered } from './gathered.ts'
import type { CqcRow } from './rows.ts'
import type { SheetRow } from './sheets/sheet-row.ts'
import { type Container, sheetRows } from './sheets/sheet-rows.ts'

/** What a row of a table tells, and where it stands. */
export type ToldRow = { readonly row: number } & Told

type Heading = {
  readonly sheet: string
  readonly width: number
  readonly take: (cells: readonly string[]) => Row
}

const headingOf = ({ sheet, cells }: SheetRow, table: Table, file: string): Heading => {
  const missing = missingIn(table.columns, table.needed, cells)
  if (missing.length > 0)
    throw fault('file-broken', {
      file,
      why: `it lacks the column ${missing.map((name) => `“${name}”`).join(', ')}`,
    })
  return { sheet, width: cells.length, take: columnsOf(table.columns, table.families, cells) }
}

async function* toldRows(rows: AsyncIterable<SheetRow>, table: Table, file: string): AsyncGenerator<ToldRow> {
  let heading: Heading | null = null
  let producedOn: Day | null = null
  for await (const given of rows) {
    const { sheet, row, cells } = given
    if (heading === null && table.isHeading(cells)) {
      heading = headingOf(given, table, file)
      producedOn ??= producedOnInName(file)
    } else if (heading === null) producedOn ??= producedOnIn(cells.join(' '))
    else if (sheet !== heading.sheet) continue
    else if (cells.slice(heading.width).some((cell) => cell.trim() !== ''))
      yield { row, rejected: 'row: it has more cells than there are headings' }
    else if (cells.some((cell) => cell.trim() !== ''))
      yield { row, ...table.readRow(heading.take(cells), producedOn) }
  }
}

/** After so many rows of which none can be used, it is not the rows that are wrong. */
const patience = 20

/** Passes rows on, and throws a fault where none of them can be used. */
async function* usable(rows: AsyncIterable<ToldRow>, file: string): AsyncGenerator<ToldRow> {
  const held: ToldRow[] = []
  let good = false
  for await (const told of rows) {
    good ||= !('rejected' in told)
    held.push(told)
    if (good) yield* held.splice(0)
    else if (held.length >= patience) break
  }
  const first = held[0]
  if (first && 'rejected' in first) {
    const why = `none of its rows can be used: row ${first.row}, ${first.rejected}. Its columns may have shifted`
    throw fault('file-broken', { file, why })
  }
}

/**
 * Reads a table of CQC, row by row. A bad row is told with its reason. Throws a fault where a column is missing, and
 * where no row can be used.
 */
export async function* readTable(path: string, table: Table, container: Container): AsyncGenerator<CqcRow> {
  const file = basename(path)
  // Sheets are told apart by name; the one that explains the file says when it was produced.
  const wanted = (name: string): boolean => table.sheet.test(plain(name)) || plain(name) === 'readme'
  yield* gathered(usable(toldRows(sheetRows(path, container, wanted), table, file), file))
}
