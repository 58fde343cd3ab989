import { unshielded } from '../kit/csv.ts'
import { dayOfCell } from '../register/tables/cqc-day.ts'
import { type ContractField, type ContractTyped, contractFields } from './contract-form.ts'
import type { FileColumn, Heading } from './file-columns.ts'

/** A row of a file, by column. A column that the file has not is null; a cell that is empty is ''. */
export type FileRow = Readonly<Record<FileColumn, string | null>>

const dates: readonly FileColumn[] = ['starts', 'ends']

/** A day may stand in a workbook as its number, or with a year of two digits: it becomes its ISO text. */
const cellOf = (column: FileColumn, text: string): string =>
  dates.includes(column) ? (dayOfCell(text) ?? text) : text

/** Takes the cells of a row apart by the headings of its file. */
export const rowBy = (
  { places }: Heading,
  cells: readonly string[],
  columns: readonly FileColumn[],
): FileRow =>
  Object.fromEntries(
    columns.map((column) => {
      const place = places.get(column)
      return [column, place === undefined ? null : cellOf(column, unshielded((cells[place] ?? '').trim()))]
    }),
  ) as FileRow

/** Returns the fields of the contract in a row; what the file does not have stays as it is known, or empty. */
export const contractIn = (row: FileRow, known: ContractTyped | null): ContractTyped =>
  Object.fromEntries(
    (Object.keys(contractFields) as ContractField[]).map((field) => [
      field,
      row[field] ?? known?.[field] ?? '',
    ]),
  ) as ContractTyped
