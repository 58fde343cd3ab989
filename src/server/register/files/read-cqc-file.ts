import { basename } from 'node:path'
import { fault } from '../../../core/kit/problems.ts'
import { type Beginning, beginningOf } from './beginning.ts'
import { type Format, formats } from './formats.ts'
import type { CqcRow } from './rows.ts'

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

const whyNot = ({ container, head, stranger, sheets }: Beginning): string => {
  if (stranger !== null) return stranger
  if (container === null)
    return 'it is a packed file (zip) that holds no workbook: unpack it, and send what is inside'
  if (container === 'csv' && head === '') return 'it is empty'
  if (sheets.length > 0)
    return `none of its sheets (${quoted(sheets)}) has both a name and headings that CQC gives`
  return 'it holds nothing that CQC publishes, or in another form'
}

/** Returns the format of a file by its content. Throws a fault that says what was expected where it is none. */
export const recognise = async (path: string): Promise<Format> => {
  const beginning = await beginningOf(path)
  const format = beginning.stranger === null && formats.find((one) => one.is(beginning))
  if (format) return format
  throw fault('file-not-recognised', {
    file: basename(path),
    why: whyNot(beginning),
    expected: [...new Set(formats.map((one) => one.expected))].join('; '),
  })
}

/**
 * Reads a file of CQC, record by record. A bad record is a row like any other, with its reason; a broken file
 * throws a fault, possibly after rows were given: take them in within one transaction.
 */
export async function* readCqcFile(path: string): AsyncGenerator<CqcRow> {
  const format = await recognise(path)
  yield* format.read(path)
}
