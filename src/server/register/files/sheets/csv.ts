import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { fault } from '../../../../core/kit/problems.ts'
import { fileBytes } from '../bytes.ts'
import { decoded } from './decoded.ts'
import { type SheetRow, widest } from './sheet-row.ts'

/** A quotation mark that is never closed swallows rows until the next; this is where we stop it. */
const longestRow = 2 ** 20

/** Streams the rows of a CSV: UTF-8 or Windows-1252, with or without a byte-order mark, whatever ends its lines. */
export async function* csvRows(path: string): AsyncGenerator<SheetRow> {
  const file = basename(path)
  const records: AsyncIterable<string[]> = pipeline(
    Readable.from(decoded(fileBytes(path))),
    parse({
      bom: true,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRow,
    }),
    () => {},
  )
  let row = 0
  try {
    for await (const cells of records) {
      row += 1
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
