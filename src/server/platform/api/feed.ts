import type { z } from 'zod'
import { csvOf } from '../../../core/kit/csv.ts'
import { exportedFor } from '../http/exported.ts'
import type { Asking } from './asking.ts'
import type { ColumnSaid, Operation } from './operation.ts'

/** What a cell of a feed may hold. Days are ISO, for sorting; nothing is an empty cell. */
type Cell = string | number | boolean | null | undefined

/** A column of a feed. Its name stays for ever; a new one comes after the last. */
export type Column<Line> = ColumnSaid & { readonly of: (line: Line) => Cell }

type Row<Query extends z.ZodType, Line> = Pick<Operation, 'scope' | 'does' | 'reads' | 'like'> & {
  /** The last part of its address: `services.csv`. */
  readonly file: string
  readonly says?: string
  readonly query: Query
  readonly columns: readonly Column<Line>[]
  readonly lines: (asking: Asking<z.output<Query>>) => Promise<readonly Line[]>
}

const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell))

/**
 * Returns a file of comma-separated values at an address that stays: a spreadsheet or a report fetches it anew whenever
 * it is refreshed. Each time stands in the trail, with the number of rows.
 */
export const feed = <Query extends z.ZodType, Line>({
  file,
  columns,
  lines,
  ...row
}: Row<Query, Line>): Operation => {
  const handle = async (asking: Asking<z.output<Query>>): Promise<Response> => {
    const found = await lines(asking)
    return exportedFor(asking.token.authority, asking.url, {
      what: file.replace('.csv', ''),
      file,
      csv: csvOf([
        columns.map(({ name }) => name),
        ...found.map((line) => columns.map(({ of }) => textOf(of(line)))),
      ]),
      rows: found.length,
    })
  }
  // The door reads the query by this very schema before it calls; the compiler cannot follow it there.
  return {
    ...row,
    method: 'GET',
    path: `/feeds/${file}`,
    gives: { type: 'text/csv', columns: columns.map(({ name, says }) => ({ name, says })) },
    handle,
  } as unknown as Operation
}
