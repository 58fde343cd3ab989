import { basename } from 'node:path'
import { CsvError } from 'csv-parse'
import { fault } from '../../../core/kit/problems.ts'
import { fileBytes, headOf, isZip } from './bytes.ts'
import { csvRecords } from './sheets/csv-records.ts'
import { decoded } from './sheets/decoded.ts'
import type { SheetRow } from './sheets/sheet-row.ts'
import { sheetRows } from './sheets/sheet-rows.ts'
import { openZip } from './sheets/zip.ts'
import { strangerIn } from './strangers.ts'

const longestRecord = 1000 * 1000

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
    max_record_size: longestRecord,
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

/** Returns the fault for a file that is not what is expected, with the reason. */
export const notRecognised = (path: string, why: string, expected: string) =>
  fault('file-not-recognised', { file: basename(path), why, expected })

/**
 * Streams the rows of a council’s own table, of whatever columns: CSV, XLSX or ODS, told by what it holds and not by
 * its name. Of a workbook the first sheet is read. Throws `file-not-recognised` and `file-broken`.
 */
export const tableRows = async (path: string, expected: string): Promise<AsyncGenerator<SheetRow>> => {
  // First, because it says in plain words that a file is not there.
  const bytes = await headOf(path)
  if (await isZip(path)) {
    await using archive = await openZip(path)
    const container = archive.has('content.xml') ? 'ods' : archive.has('xl/workbook.xml') ? 'xlsx' : null
    if (container === null)
      throw notRecognised(
        path,
        'it is a packed file (zip) that holds no workbook: unpack it, and send what is inside',
        expected,
      )
    let first: string | null = null
    const isFirst = (name: string): boolean => {
      first ??= name
      return name === first
    }
    return sheetRows(path, container, isFirst)
  }
  const stranger = strangerIn(bytes)
  if (stranger !== null) throw notRecognised(path, stranger, expected)
  const head = new TextDecoder().decode(bytes)
  if (head.trim() === '') throw notRecognised(path, 'it is empty', expected)
  return textRows(path, delimiterOf(head))
}
