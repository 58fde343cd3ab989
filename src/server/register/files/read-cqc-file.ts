import { basename } from 'node:path'
import { fault } from '../../../core/kit/problems.ts'
import { headOf } from './bytes.ts'
import { type Format, formats } from './formats.ts'
import type { CqcRow } from './rows.ts'

/** Returns the format of a file by its content. Throws a fault that says what was expected where it is none. */
export const recognise = async (path: string): Promise<Format> => {
  const head = (await headOf(path)).trimStart()
  const format = formats.find((one) => one.is(head))
  if (format) return format
  throw fault('file-not-recognised', {
    file: basename(path),
    why: head === '' ? 'it is empty' : 'it holds nothing that CQC publishes, or in another form',
    expected: formats.map((one) => one.expected).join('; '),
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
