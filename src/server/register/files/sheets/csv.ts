import { basename } from 'node:path'
import { CsvError } from 'csv-parse'
import { fault } from '../../../../core/kit/problems.ts'
import { fileBytes } from '../bytes.ts'
import { csvRecords } from './csv-records.ts'
import { decoded } from './decoded.ts'
import { type SheetRow, widest } from './sheet-row.ts'

/** A quotation mark that is never closed swallows rows until the next; this is where we stop it. */
const longestRow = 2 ** 20

/** Six times as many as CQC's longest table has, and twice what a spreadsheet shows. */
const mostRows = 2_000_000

/** Streams the rows of a CSV: UTF-8 or Windows-1252, with or without a byte-order mark, whatever ends its lines. */
export async function* csvRows(path: string): AsyncGenerator<SheetRow> {
  const file = basename(path)
  const records = csvRecords(decoded(fileBytes(path)), {
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_quotes: true,
    max_record_size: longestRow,
  })
  let row = 0
  try {
    for await (const cells of records) {
      row += 1
      if (row > mostRows) throw fault('file-broken', { file, why: `it has more than ${mostRows} rows` })
      if (cells.length > widest)
        throw fault('file-broken', { file, why: `row ${row} fills more than ${widest} columns` })
      if (cells.some((cell) => cell !== '')) yield { sheet: '', row, cells }
    }
  } catch (error) {
    // What it says quotes the row.
    if (!(error instanceof CsvError)) throw error
    const why = `after row ${row} a quotation mark opens that is never closed, or a row never ends`
    throw fault('file-broken', { file, why })
  }
}
