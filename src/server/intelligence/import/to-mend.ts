import { mendHeading } from '../../../core/contracts/file-columns.ts'
import { csvOf } from '../../../core/kit/csv.ts'
import { bareName } from '../../../core/kit/words.ts'
import type { Report } from './report.ts'

/**
 * Returns the rows of a file that were wrong, as they came, with a last column that says what to mend: to be corrected
 * and sent again. That column of an earlier round is left out.
 */
export const toMend = (heading: readonly string[], { wrong }: Report): string => {
  const kept = heading.flatMap((name, index) => (bareName(name) === bareName(mendHeading) ? [] : [index]))
  const pick = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '')
  return csvOf([
    [...pick(heading), mendHeading],
    ...wrong.map(({ cells, notes }) => [...pick(cells), notes.join(' | ')]),
  ])
}
