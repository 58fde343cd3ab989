import { activeLocations } from '../../../core/register/tables/active-locations.ts'
import { directory } from '../../../core/register/tables/directory.ts'
import { latestRatings } from '../../../core/register/tables/latest-ratings.ts'
import type { Table } from '../../../core/register/tables/table.ts'
import { websiteSearch } from '../../../core/register/tables/website-search.ts'
import type { Beginning } from './beginning.ts'
import { readDocument, readLines } from './json.ts'
import { readTable } from './read-table.ts'
import type { CqcRow } from './rows.ts'
import type { Container } from './sheets/sheet-rows.ts'

/** One kind of file: how it is told from its beginning, never from its name, and how it is read. */
export type Format = {
  readonly name: string
  /** What to say to somebody whose file was none of them. */
  readonly expected: string
  readonly is: (beginning: Beginning) => boolean
  readonly read: (path: string) => AsyncGenerator<CqcRow>
}

const ofCqc = ({ container, head }: Beginning): boolean =>
  container === 'json' && /"(locationId|providerId|locations|providers)"\s*:/.test(head)

const isWholeObject = (line: string): boolean => {
  try {
    return line.startsWith('{') && typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/**
 * Whether each line is a record of its own. Any line that is whole tells it, since the first may be the broken one;
 * in a document laid out over lines, the objects inside stand indented. Only one line altogether reads the same.
 */
const isOnePerLine = ({ head }: Beginning): boolean =>
  head.startsWith('{') && (!head.trimEnd().includes('\n') || head.split('\n').some(isWholeObject))

const tableFormat = (table: Table, container: Container): Format => ({
  name: `${table.source}-${container}`,
  expected: table.expected,
  is: (beginning) => beginning.table === table && beginning.container === container,
  read: (path) => readTable(path, table, container),
})

/** Every kind of file that we read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  {
    name: 'cqc-api-ndjson',
    expected: 'records of CQC’s API as JSON, one a line',
    is: (beginning) => ofCqc(beginning) && isOnePerLine(beginning),
    read: readLines,
  },
  {
    name: 'cqc-api-json',
    expected: 'a record, a list of records or a list page of CQC’s API as JSON',
    is: ofCqc,
    read: readDocument,
  },
  tableFormat(directory, 'csv'),
  tableFormat(latestRatings, 'ods'),
  tableFormat(latestRatings, 'xlsx'),
  tableFormat(latestRatings, 'csv'),
  tableFormat(activeLocations, 'ods'),
  tableFormat(activeLocations, 'xlsx'),
  tableFormat(activeLocations, 'csv'),
  tableFormat(websiteSearch, 'csv'),
]
