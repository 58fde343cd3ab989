import { csvRows } from './csv.ts'
import { odsRows } from './ods.ts'
import type { SheetRow, WantedSheet } from './sheet-row.ts'
import { xlsxRows } from './xlsx.ts'

/** The kinds of file that a table comes in. */
export type Container = 'csv' | 'ods' | 'xlsx'

const readers = { csv: csvRows, ods: odsRows, xlsx: xlsxRows }

/** Streams the rows of the wanted sheets of a file, but for the blank ones. A CSV is one sheet, and always wanted. */
export const sheetRows = (
  path: string,
  container: Container,
  wanted: WantedSheet,
): AsyncGenerator<SheetRow> => readers[container](path, wanted)
