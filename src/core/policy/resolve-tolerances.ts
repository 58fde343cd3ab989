import type { z } from 'zod'
import type { Quantity } from '../kit/exact.ts'
import type { Band } from './band.ts'
import type { gradeTolerance, shareTolerance } from './documents/tolerances.ts'
import type { Edge, GradeTolerance, ShareTolerance } from './policy.ts'

type Cell = z.output<typeof shareTolerance>

const edge = (closed: Quantity | undefined, open: Quantity | undefined): Edge | null => {
  if (closed !== undefined) return { at: closed, inclusive: true }
  return open === undefined ? null : { at: open, inclusive: false }
}

const ownPoints = ({ points }: { readonly points?: number | undefined }) =>
  points === undefined ? {} : { points }

/** Returns the cells of a row worst first, with their ends. */
export const shareTolerances = (
  bands: readonly Band[],
  cells: Readonly<Record<string, Cell>>,
): readonly ShareTolerance[] =>
  bands.flatMap((band) => {
    const cell = cells[band.id]
    if (cell === undefined) return []
    const ends = { low: edge(cell.from, cell.over), high: edge(cell.to, cell.under) }
    return [{ band, text: cell.text, ...ownPoints(cell), ...ends }]
  })

type GradeCell = z.output<typeof gradeTolerance>

/** Returns the cells of a row of grades worst first. `nameOf` gives the own name of a grade as it is written. */
export const gradeTolerances = (
  bands: readonly Band[],
  cells: Readonly<Record<string, GradeCell>>,
  nameOf: (written: string) => string,
): readonly GradeTolerance[] =>
  bands.flatMap((band) => {
    const cell = cells[band.id]
    if (cell === undefined) return []
    return [{ band, text: cell.text, grades: cell.grades.map(nameOf), ...ownPoints(cell) }]
  })
