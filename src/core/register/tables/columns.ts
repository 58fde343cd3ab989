/** The columns that a reader takes: its own key, and the headings that CQC has given the column over the years. */
export type Columns = Readonly<Record<string, readonly string[]>>

/** One row by the reader's keys. A key is absent where the file has no such column; a blank cell is ''. */
export type Row = Readonly<Record<string, string>>

/** Families of columns, one for each kind of service say, by what their headings begin with; a `Y` ticks one. */
export type Families = Readonly<Record<string, string>>

/** A heading by its letters and digits only: capitals, brackets and spaces have come and gone. */
export const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Returns the headings that a row of headings lacks, of those that a reader needs. */
export const missingIn = (
  columns: Columns,
  needed: readonly string[],
  heading: readonly string[],
): string[] => {
  const there = new Set(heading.map(plain))
  return needed
    .filter((key) => !columns[key]?.some((name) => there.has(plain(name))))
    .flatMap((key) => columns[key]?.[0] ?? [])
}

/**
 * Returns what takes a row's cells by their headings. It takes the named columns and families and no other:
 * a column that nobody names, such as one with the name of a manager, is never read.
 */
export const columnsOf = (
  columns: Columns,
  families: Families,
  heading: readonly string[],
): ((cells: readonly string[]) => Row) => {
  const headings = heading.map(plain)
  const places = Object.entries(columns).flatMap(([key, names]) => {
    const at = names.map((name) => headings.indexOf(plain(name))).find((index) => index !== -1)
    return at === undefined ? [] : [{ key, at }]
  })
  const ticks = Object.entries(families).flatMap(([key, start]) => {
    const members = heading.flatMap((name, at) =>
      name.startsWith(start) ? [{ at, name: name.slice(start.length).trim() }] : [],
    )
    return members.length === 0 ? [] : [{ key, members }]
  })
  return (cells) => {
    const row: Record<string, string> = {}
    for (const { key, at } of places) row[key] = cells[at] ?? ''
    for (const { key, members } of ticks)
      row[key] = members
        .filter(({ at }) => cells[at]?.trim().toUpperCase() === 'Y')
        .map(({ name }) => name)
        .join('|')
    return row
  }
}
