import { type Heading, headingOf } from '../../../core/contracts/file-columns.ts'
import { notRecognised, tableRows } from '../../register/files/table-rows.ts'

/** The rows of a file of contracts: its headings, and every row below them under its number. */
export type FileRows = {
  readonly heading: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

const mostRows = 10 * 1000

const expected = 'a table of contracts as CSV, XLSX or ODS, with the headings of the template'

const unknown = (path: string, why: string) => notRecognised(path, why, expected)

const checked = (path: string, heading: Heading): void => {
  if (heading.missing.length > 0)
    throw unknown(path, `it lacks the column ${heading.missing.map((name) => `“${name}”`).join(', ')}`)
}

/** Reads a file of contracts. Throws `file-not-recognised` and `file-broken`; the rows themselves are not judged here. */
export const readFileRows = async (path: string): Promise<FileRows> => {
  let heading: readonly string[] | null = null
  const rows: { row: number; cells: readonly string[] }[] = []
  for await (const { row, cells } of await tableRows(path, expected)) {
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
