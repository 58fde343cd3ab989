import { type Fault, fault } from '../../../../core/kit/problems.ts'
import { ownCopy } from './own-copy.ts'
import { longestCell, widest } from './sheet-row.ts'

/** Collects the cells of one row after another, as the tags of a sheet come in. */
export type RowBuilder = {
  /** Goes to a column, from 0, where cells say where they stand. */
  readonly moveTo: (column: number) => void
  readonly beginCell: () => void
  readonly addText: (text: string) => void
  /** The text of the cell so far. */
  readonly text: () => string
  /** Ends a cell, which stands for as many, with its value. Blank ones cost nothing, be they a million. */
  readonly endCell: (count: number, value: string) => void
  /** Returns the cells of the row, without trailing blanks, and begins the next. */
  readonly take: () => readonly string[]
}

/** Returns a builder. It throws a fault where a row is wider, or a cell longer, than any table of ours. */
export const rowBuilder = (file: string): RowBuilder => {
  const broken = (why: string): Fault => fault('file-broken', { file, why })
  let cells: string[] = []
  let column = 0
  let text = ''
  return {
    moveTo: (to) => {
      column = to
    },
    beginCell: () => {
      text = ''
    },
    addText: (given) => {
      text += given
      if (text.length > longestCell) throw broken('one of its cells is longer than any spreadsheet allows')
    },
    text: () => text,
    endCell: (count, value) => {
      if (value !== '') {
        if (column + count > widest) throw broken(`one of its rows fills more than ${widest} columns`)
        while (cells.length < column) cells.push('')
        const kept = ownCopy(value)
        for (let filled = 0; filled < count; filled += 1) cells.push(kept)
      }
      column += count
    },
    take: () => {
      const taken = cells
      cells = []
      column = 0
      return taken
    },
  }
}
