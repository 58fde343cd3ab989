import type { ImportedItem } from '../commands/import-intelligence.ts'
import type { JudgedRow } from './judge-table.ts'

/** What would become, or became, of a file’s rows, in numbers. */
export type Counts = Readonly<Record<JudgedRow['what'], number>>

/** A row as a page shows it. */
export type ShownRow = {
  readonly row: number
  readonly reference: string
  readonly what: JudgedRow['what']
  readonly service: string | null
  readonly notes: readonly string[]
}

/** A row to mend, as it came. */
export type WrongRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly notes: readonly string[]
}

/** What a file would do, or did. Where rows are wrong in their thousands, the first of them are kept to be mended. */
export type Report = {
  readonly rows: number
  readonly counts: Counts
  readonly shown: readonly ShownRow[]
  readonly wrong: readonly WrongRow[]
  /** Whether the good rows were taken in; null before anything was. */
  readonly taken: boolean | null
}

const mostShown = 100
const mostWrong = 10 * 1000

/** Gathers judged rows: numbers, what a page shows, what is to be mended, and the items to take in. */
export const gather = () => {
  const counts = { new: 0, changed: 0, same: 0, duplicate: 0, wrong: 0 }
  const shown: Record<JudgedRow['what'], ShownRow[]> = {
    new: [],
    changed: [],
    same: [],
    duplicate: [],
    wrong: [],
  }
  const wrong: WrongRow[] = []
  const items: ImportedItem[] = []
  const add = (judged: JudgedRow): void => {
    const { row, reference, what, notes } = judged
    counts[what] += 1
    if (shown[what].length < mostShown)
      shown[what].push({
        row,
        reference,
        what,
        service: 'service' in judged ? judged.service.name : null,
        notes,
      })
    if (judged.what === 'wrong') {
      if (wrong.length < mostWrong) wrong.push({ row, cells: judged.cells, notes })
    } else if (judged.what === 'new' || judged.what === 'changed')
      items.push({ id: judged.id, service: judged.service.id, said: judged.said })
  }
  const report = (taken: boolean | null): Report => ({
    rows: Object.values(counts).reduce((sum, number) => sum + number, 0),
    counts: { ...counts },
    // What needs somebody’s eye first.
    shown: [...shown.wrong, ...shown.changed, ...shown.new, ...shown.duplicate, ...shown.same].slice(
      0,
      mostShown,
    ),
    wrong,
    taken,
  })
  return { add, report, items }
}
