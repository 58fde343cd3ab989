import { mendHeading } from '../../../core/contracts/file-columns.ts'
import { csvOf } from '../../../core/kit/csv.ts'
import { bareName } from '../../../core/kit/words.ts'
import { notesOf } from '../commands/take-rows.ts'
import type { FileRows } from './file-rows.ts'
import type { JudgedRow } from './judge-file.ts'

/**
 * Returns the faulty rows of a file as they came, with a last column that says what to mend: to be corrected and sent
 * again. That column of an earlier round is left out.
 */
export const faultyRows = ({ heading }: FileRows, rows: readonly JudgedRow[]): string => {
  const kept = heading.flatMap((name, index) => (bareName(name) === bareName(mendHeading) ? [] : [index]))
  const pick = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '')
  return csvOf([
    [...pick(heading), mendHeading],
    ...rows
      .filter(({ what }) => what === 'wrong')
      .map((row) => [...pick(row.cells), notesOf(row).join(' | ')]),
  ])
}
