/** A row of a table, in whatever kind of file: trailing blanks may be missing, a typed day is YYYY-MM-DD. */
export type SheetRow = {
  /** The name of the sheet; '' in a CSV, which has none. */
  readonly sheet: string
  /** Its number from 1, as a spreadsheet shows it. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Whether a sheet of that name is to be read. It is asked once for each sheet, in the order of the workbook. */
export type WantedSheet = (name: string) => boolean

/** CQC's widest table has 122 columns. Blank cells beyond are passed over, whatever their number. */
export const widest = 1024

/** The longest text of a cell, ten times what a spreadsheet program takes. */
export const longestCell = 320 * 1024

/** How often a row that holds something may be repeated, over all of a file. CQC repeats only blank rows. */
export const mostRepeats = 10_000
