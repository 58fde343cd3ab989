import { notRecognised, tableRows } from '../../register/files/table-rows.ts'

/** A row below the headings, under its number in the file. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** A file of intelligence: its headings, and its rows as they stream in. */
export type FileTable = {
  readonly heading: readonly string[]
  readonly rows: AsyncGenerator<TableRow>
}

const mostRows = 1000 * 1000
const fewestHeadings = 2

const expected = 'a table as CSV, XLSX or ODS whose first row has the names of its columns'

/**
 * Opens a file of intelligence. The first row with two names or more are its headings, whatever they are called. Throws
 * `file-not-recognised` and `file-broken`, the latter also while its rows are read.
 */
export const openTable = async (path: string): Promise<FileTable> => {
  const all = await tableRows(path, expected)
  for (let next = await all.next(); !next.done; next = await all.next()) {
    const { cells } = next.value
    if (cells.filter((cell) => cell.trim() !== '').length < fewestHeadings) continue
    return { heading: cells.map((cell) => cell.trim()), rows: below(all, path) }
  }
  throw notRecognised(path, 'no row of it has names of columns', expected)
}

async function* below(all: AsyncGenerator<TableRow>, path: string): AsyncGenerator<TableRow> {
  let count = 0
  for await (const { row, cells } of all) {
    if (cells.every((cell) => cell.trim() === '')) continue
    count += 1
    if (count > mostRows) throw notRecognised(path, `it has more than ${mostRows} rows`, expected)
    yield { row, cells }
  }
}

/** Returns the headings of a file alone. */
export const headingIn = async (path: string): Promise<readonly string[]> => {
  const { heading, rows } = await openTable(path)
  await rows.return(undefined)
  return heading
}
