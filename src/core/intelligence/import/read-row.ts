import { unshielded } from '../../kit/csv.ts'
import type { Day } from '../../kit/days.ts'
import { yesTyped } from '../../kit/typed-choice.ts'
import { bareName } from '../../kit/words.ts'
import { dayOfCell } from '../../register/tables/cqc-day.ts'
import type { Choice, IntelligenceLists } from '../lists.ts'
import { mustNotStand } from '../personal-details.ts'
import type { IntelligenceSaid } from '../said.ts'
import { allImportFields, type ImportField, importFields, type Mapping } from './columns.ts'

/** A row of a file by our fields. Null where the file has no such column; empty where the cell is. */
export type ImportRow = Readonly<Record<ImportField, string | null>>

/** Returns what takes the cells of a row apart by a mapping. */
export const rowTaker = (
  { columns, kind }: Mapping,
  heading: readonly string[],
): ((cells: readonly string[]) => ImportRow) => {
  const bare = heading.map(bareName)
  const places = allImportFields.map((field) => {
    const name = columns[field]
    return [field, name === undefined ? -1 : bare.indexOf(bareName(name))] as const
  })
  return (cells) => {
    const row: Partial<Record<ImportField, string | null>> = {}
    for (const [field, at] of places) row[field] = at === -1 ? null : unshielded((cells[at] ?? '').trim())
    if (kind !== null) row.kind = kind
    return row as ImportRow
  }
}

/** Remembers what a text was read as: a file says the same few words and days over and over. */
const remembering = <Read>(read: (text: string) => Read): ((text: string) => Read) => {
  const known = new Map<string, Read>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Read
    const fresh = read(text)
    known.set(text, fresh)
    return fresh
  }
}

const finder = (choices: readonly Choice[]): ((text: string) => string | null) => {
  const ids = new Map(
    choices.flatMap(({ id, name, also }) => [id, name, ...also].map((word) => [bareName(word), id])),
  )
  return remembering((text) => ids.get(bareName(text)) ?? null)
}

const longestReference = 60
const longestSummary = 500

/** What became of a row by itself: what it says, or what is to be mended in it. */
export type RowRead = { readonly said: IntelligenceSaid } | { readonly errors: readonly string[] }

/**
 * Returns what reads rows by the words of a policy, on a day. What the file has no column for stays as it was known
 * before.
 */
export const rowReader = (
  lists: IntelligenceLists,
  today: Day,
): ((row: ImportRow, before: IntelligenceSaid | null) => RowRead) => {
  const find = {
    kind: finder(lists.kinds),
    category: finder(lists.categories),
    source: finder(lists.sources),
    route: finder(lists.routes),
    outcome: finder(lists.outcomes),
  }
  const dayIn = remembering(dayOfCell)
  const held = remembering(mustNotStand)

  return (row, before) => {
    const errors: string[] = []
    const wrong = (field: ImportField, text: string): null => {
      errors.push(`${importFields[field]}: ${text}`)
      return null
    }
    const choice = (field: keyof typeof find, known: string | null | undefined): string | null => {
      const text = row[field]
      if (text === null) return known ?? null
      return text === ''
        ? null
        : (find[field](text) ??
            wrong(field, `“${text}” is not known here: correct it, or add it to the policy`))
    }
    const day = (field: 'occurred' | 'concluded', known: Day | null | undefined): Day | null => {
      const text = row[field]
      if (text === null) return known ?? null
      if (text === '') return null
      const read = dayIn(text)
      if (read === null) return wrong(field, `“${text}” is no day, such as 27/03/2026`)
      return read > today ? wrong(field, 'it is in the future') : read
    }
    if (row.reference === null || row.reference === '') wrong('reference', 'give each row its own')
    else if (row.reference.length > longestReference)
      wrong('reference', `it is longer than ${longestReference} characters`)
    const kind = choice('kind', before?.kind)
    if (row.kind === '') wrong('kind', 'say what kind it is')
    const occurred = day('occurred', before?.occurred)
    if (row.occurred === '') wrong('occurred', 'say when it happened')
    const outcome = choice('outcome', before?.outcome)
    const concluded = day('concluded', before?.concluded)
    if (outcome !== null && concluded === null && errors.length === 0)
      wrong('concluded', 'it has an outcome: say when it ended')
    if (outcome === null && concluded !== null && errors.length === 0)
      wrong('outcome', 'it has ended: say how')
    if (occurred !== null && concluded !== null && concluded < occurred)
      wrong('concluded', 'it cannot have ended before it happened')
    const met = row.progressed === null ? (before?.progressed ?? null) : yesTyped(row.progressed)
    if (row.progressed !== null && row.progressed !== '' && met === null)
      wrong('progressed', `“${row.progressed}” is neither yes nor no`)
    const summary = row.summary === null ? (before?.summary ?? null) : row.summary || null
    const story = summary === null ? null : held(summary)
    if (story !== null) wrong('summary', `take out ${story}`)
    else if (summary !== null && summary.length > longestSummary)
      wrong('summary', `it is longer than ${longestSummary} characters: no story belongs here`)
    const said = {
      kind: kind ?? '',
      occurred: occurred as Day,
      concluded,
      progressed: kind === 'section-42' && concluded !== null ? met === true : null,
      outcome,
      reference: row.reference,
      summary,
      category: choice('category', before?.category),
      source: choice('source', before?.source),
      route: choice('route', before?.route),
    }
    return errors.length > 0 ? { errors } : { said }
  }
}
