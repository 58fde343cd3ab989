import { readDocument, readLines } from './json.ts'
import type { CqcRow } from './rows.ts'

/** One kind of file: how it is told from its beginning, never from its name, and how it is read. */
export type Format = {
  readonly name: string
  /** What to say to somebody whose file was none of them. */
  readonly expected: string
  readonly is: (head: string) => boolean
  readonly read: (path: string) => AsyncGenerator<CqcRow>
}

const ofCqc = (head: string): boolean => /"(locationId|providerId|locations|providers)"\s*:/.test(head)

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
const isOnePerLine = (head: string): boolean =>
  head.startsWith('{') && (!head.trimEnd().includes('\n') || head.split('\n').some(isWholeObject))

/** Every kind of file that we read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  {
    name: 'cqc-api-ndjson',
    expected: 'records of CQC’s API as JSON, one a line',
    is: (head) => ofCqc(head) && isOnePerLine(head),
    read: readLines,
  },
  {
    name: 'cqc-api-json',
    expected: 'a record, a list of records or a list page of CQC’s API as JSON',
    is: (head) => ofCqc(head) && /^[[{]/.test(head),
    read: readDocument,
  },
]
