import { basename } from 'node:path'
import { CsvError } from 'csv-parse'
import { type Heading, headingOf } from '../../../core/contracts/file-columns.ts'
import { fault } from '../../../core/kit/problems.ts'
import { fileBytes, headOf, isZip } from '../../register/files/bytes.ts'
import { csvRecords } from '../../register/files/sheets/csv-records.ts'
import { decoded } from '../../register/files/sheets/decoded.ts'
import type { SheetRow } from '../../register/files/sheets/sheet-row.ts'
import { sheetRows } from '../../register/files/sheets/sheet-rows.ts'
import { openZip } from '../../register/files/sheets/zip.ts'
import { strangerIn } from '../../register/files/strangers.ts'

/** The rows of a file of contracts: its headings, and every row below them under its number. */
export type FileRows = {
  readonly heading: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

const mostRows = 10 * 1000

/** Excel saves with semicolons where the decimal sign is a comma: whichever the first line has more of. */
const delimiterOf = (head: string): ',' | ';' => {
  const line = head.split(/\r?\n/, 1)[0] ?? ''
  return line.split(';').length > line.split(',').length ? ';' : ','
}

async function* textRows(path: string, delimiter: ',' | ';'): AsyncGenerator<SheetRow> {
  const records = csvRecords(decoded(fileBytes(path)), {
    bom: true,
    delimiter,
    relax_quotes: true,
    max_record_size: mostRows * 100,
  })
  let row = 0
  try {
    for await (const cells of records) {
      row += 1
      yield { sheet: '', row, cells }
    }
  } catch (error) {
    // What it says quotes the row.
    if (!(error instanceof CsvError)) throw error
    const why = `after row ${row} a quotation mark opens that is never closed`
    throw fault('file-broken', { file: basename(path), why })
  }
}

const expected = 'a table of contracts as CSV, XLSX or ODS, with the headings of the template'

const unknown = (path: string, why: string) =>
  fault('file-not-recognised', { file: basename(path), why, expected })

/** Tells a file by what it holds, whatever its name; of a workbook the first sheet is read. */
const rowsOf = async (path: string): Promise<AsyncGenerator<SheetRow>> => {
  // First, because it says in plain words that a file is not there.
  const bytes = await headOf(path)
  if (await isZip(path)) {
    await using archive = await openZip(path)
    const container = archive.has('content.xml') ? 'ods' : archive.has('xl/workbook.xml') ? 'xlsx' : null
    if (container === null)
      throw unknown(
        path,
        'it is a packed file (zip) that holds no workbook: unpack it, and send what is inside',
      )
    let first: string | null = null
    const isFirst = (name: string): boolean => {
      first ??= name
      return name === first
    }
    return sheetRows(path, container, isFirst)
  }
  const stranger = strangerIn(bytes)
  if (stranger !== null) throw unknown(path, stranger)
  const head = new TextDecoder().decode(bytes)
  if (head.trim() === '') throw unknown(path, 'it is empty')
  return textRows(path, delimiterOf(head))
}

const checked = (path: string, heading: Heading): void => {
  if (heading.missing.length > 0)
    throw unknown(path, `it lacks the column ${heading.missing.map((name) => `“${name}”`).join(', ')}`)
}

/** Reads a file of contracts. Throws `file-not-recognised` and `file-broken`; the rows themselves are not judged here. */
export const readFileRows = async (path: string): Promise<FileRows> => {
  let heading: readonly string[] | null = null
  const rows: { row: number; cells: readonly string[] }[] = []
  for await (const { row, cells } of await rowsOf(path)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (heading !== null) rows.push({ row, cells })
    else {
      const found = headingOf(cells)
      if (found === null) continue
      checked(path, found)
      heading = cells
    }
    if (rows.length > mostRows) throw unknown(path, `it has more than ${mostRows} rows`)
  }
  if (heading === null) throw unknown(path, 'no row of it has the heading “Reference”')
  return { heading, rows }
}
