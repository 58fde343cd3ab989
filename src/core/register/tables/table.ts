import type { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import { locationIdIn } from '../cqc-id.ts'
import type { LocationKnowledge, ProviderKnowledge, Source, UnidentifiedKnowledge } from '../knowledge.ts'
import type { Columns, Families, Row } from './columns.ts'
import type { RatingRow } from './rating-row.ts'

/** What one row of a table tells. */
export type Told =
  | { readonly knowledge: LocationKnowledge }
  | { readonly unidentified: UnidentifiedKnowledge }
  | { readonly providerKnowledge: ProviderKnowledge }
  | { readonly rating: RatingRow }
  | { readonly rejected: string }

/** One of the tables that CQC publishes, in whatever kind of file. */
export type Table = {
  readonly source: Source
  /** What to say to somebody whose file was none of them. */
  readonly expected: string
  /** The sheet of a workbook that it stands on, by the letters and digits of its name. */
  readonly sheet: RegExp
  readonly columns: Columns
  readonly families: Families
  /** Keys of the columns that it cannot do without. */
  readonly needed: readonly string[]
  /** Whether a row of cells is its headings. It asks for little, so that a heading that lacks a column can be told so. */
  readonly isHeading: (cells: readonly string[]) => boolean
  readonly readRow: (row: Row, producedOn: Day | null) => Told
}

/**
 * Reads a row by a schema, and tells what it is. The reason for refusing it names the column and what was expected
 * there, never what stood there.
 */
export const tell = <Given>(
  schema: z.ZodType<Given>,
  columns: Columns,
  row: Row,
  as: (given: Given) => Told,
): Told => {
  const result = schema.safeParse(row)
  if (result.success) return as(result.data)
  const first = result.error.issues[0]
  const heading = columns[String(first?.path[0])]?.[0] ?? 'row'
  return { rejected: `${heading}: ${first?.message ?? 'not as expected'}` }
}

/** A row in which cells have shifted still holds ids, but of something else: the address of its page tells. */
export const sameLocation = ({ id, url }: { id: string; url?: string | null | undefined }): boolean => {
  const shown = url ? locationIdIn(url) : null
  return shown === null || shown === id
}

/** What to say where they differ. */
export const otherLocation = {
  path: ['url'],
  message: 'expected the page of the location that the row is of; its cells may have shifted',
}
