import { lettersOf, numberAt } from './file-bytes.ts'
import type { FileKind, Judged } from './kinds.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

const mostEntries = 2000
const mostUnpacked = 200 * 2 ** 20

/**
 * What a document may hold: whatever is not here is refused, since a macro may have any name. One that is named as if
 * it were text does not run: Office takes macros from files only whose own ending says that they have some.
 */
const passive =
  /(?:\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|vml|odttf|rdf)|\/|^mimetype|^(?:Thumbnails|ObjectReplacements)\/[^/]+|printerSettings\/printerSettings\d*\.bin)$/i
const active = /(?:^|\/)(?:Basic|Scripts|activeX|embeddings|macrosheets|externalLinks)\//i

const holds = (entries: readonly ZipEntry[], name: string): boolean =>
  entries.some((entry) => entry.name === name)

/** An OpenDocument file begins with its kind, which is not packed. */
const openDocumentKind = (bytes: Uint8Array): FileKind | null => {
  const nameLength = numberAt(bytes, 26, 2)
  const begin = 30 + nameLength + numberAt(bytes, 28, 2)
  if (lettersOf(bytes.subarray(30, 30 + nameLength)) !== 'mimetype') return null
  const said = lettersOf(bytes.subarray(begin, begin + numberAt(bytes, 18, 4)))
  if (said === 'application/vnd.oasis.opendocument.text') return 'odt'
  return said === 'application/vnd.oasis.opendocument.spreadsheet' ? 'ods' : null
}

const kindOf = (bytes: Uint8Array, entries: readonly ZipEntry[]): FileKind | null => {
  if (!holds(entries, '[Content_Types].xml')) return openDocumentKind(bytes)
  if (holds(entries, 'word/document.xml')) return 'docx'
  return holds(entries, 'xl/workbook.xml') ? 'xlsx' : null
}

/** Judges a zip file: a document, or something else that is packed. Nothing is unpacked. */
export const judgeZip = (bytes: Uint8Array): Judged => {
  const entries = zipEntries(bytes)
  if (entries === null) return { refused: 'broken' }
  const kind = kindOf(bytes, entries)
  if (kind === null) return { refused: 'unknown' }
  if (entries.some(({ isLocked }) => isLocked)) return { refused: 'locked' }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (entries.length > mostEntries || unpacked > mostUnpacked) return { refused: 'too-much' }
  if (entries.some(({ name }) => active.test(name) || !passive.test(name))) return { refused: 'macros' }
  return { kind }
}
