import { plain } from '../../../core/register/tables/columns.ts'
import { type Table, tables } from '../../../core/register/tables/tables.ts'
import { headOf, isZip } from './bytes.ts'
import { type Container, sheetRows } from './sheets/sheet-rows.ts'
import { openZip } from './sheets/zip.ts'
import { strangerIn } from './strangers.ts'

/** What a file is told by, whatever its name. */
export type Beginning = {
  /** Null where it is packed, and holds no workbook. */
  readonly container: Container | 'json' | null
  /** Its first text, where it is text. */
  readonly head: string
  /** Why it cannot be read, where it is something else altogether. */
  readonly stranger: string | null
  /** The table whose headings it has. */
  readonly table: Table | null
  /** The names of the sheets that were looked at, and of those that were not. */
  readonly sheets: readonly string[]
}

const workbookIn = async (path: string): Promise<Container | null> => {
  await using archive = await openZip(path)
  if (archive.has('content.xml')) return 'ods'
  return archive.has('xl/workbook.xml') ? 'xlsx' : null
}

const textKind = (head: string): 'json' | 'csv' => (/^[[{]/.test(head) ? 'json' : 'csv')

/** Headings stand within so many rows from the top of their sheet; above them are a title, a date and blanks. */
const deepestHeading = 50

/** Returns the tables that may stand on a sheet of that name. */
const tablesOn = (sheet: string, container: Container): readonly Table[] =>
  container === 'csv' ? tables : tables.filter((table) => table.sheet.test(plain(sheet)))

/** Looks for the headings of a table, sheet by sheet. */
const headingsIn = async (
  path: string,
  container: Container,
): Promise<Pick<Beginning, 'table' | 'sheets'>> => {
  const sheets: string[] = []
  const wanted = (name: string): boolean => {
    sheets.push(name)
    return tablesOn(name, container).length > 0
  }
  for await (const { sheet, row, cells } of sheetRows(path, container, wanted)) {
    const table = tablesOn(sheet, container).find((one) => one.isHeading(cells))
    if (table && row <= deepestHeading) return { table, sheets }
    if (container === 'csv' && row > deepestHeading) break
  }
  return { table: null, sheets }
}

/** Reads what a file is told by. Throws a fault where it cannot be read, or is broken. */
export const beginningOf = async (path: string): Promise<Beginning> => {
  const bytes = await headOf(path)
  const packed = await isZip(path)
  const head = packed ? '' : new TextDecoder().decode(bytes).trimStart()
  const stranger = packed ? null : strangerIn(bytes)
  const container = packed ? await workbookIn(path) : textKind(head)
  const told = { container, head, stranger }
  if (stranger !== null || container === null || container === 'json')
    return { ...told, table: null, sheets: [] }
  return { ...told, ...(await headingsIn(path, container)) }
}
