import type { z } from 'zod'
import type { Quantity } from '../kit/exact.ts'
import type { shareTolerance } from './documents/tolerances.ts'
import type { Band, Edge, ShareTolerance } from './policy.ts'

type Cell = z.output<typeof shareTolerance>

const edge = (closed: Quantity | undefined, open: Quantity | undefined): Edge | null => {
  if (closed !== undefined) return { at: closed, inclusive: true }
  return open === undefined ? null : { at: open, inclusive: false }
}

/** Returns the cells of a row worst first, with their ends. */
export const shareTolerances = (
  bands: readonly Band[],
  cells: Readonly<Record<string, Cell>>,
): readonly ShareTolerance[] =>
  bands.flatMap((band) => {
    const cell = cells[band.id]
    if (cell === undefined) return []
    return [{ band, text: cell.text, low: edge(cell.from, cell.over), high: edge(cell.to, cell.under) }]
  })
