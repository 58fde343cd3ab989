import { fault } from '../../../core/kit/problems.ts'

/** The longest line, or single value of a list, that is held in memory. CQC's longest record is 41 KB. */
export const longest = 32 * 2 ** 20

export type Line = { readonly row: number; readonly text: string | null }

const textOf = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Splits bytes into lines, numbered from 1; blank lines are passed over. Each line is decoded for itself, so that
 * one in another encoding (null) spoils no other. Throws a fault where a line is too long to be a record.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Line> {
  let row = 0
  let held: Buffer[] = []
  let length = 0
  const take = (): Line => {
    const text = textOf(Buffer.concat(held))
    held = []
    length = 0
    row += 1
    return { row, text: text?.trim() ?? null }
  }
  const hold = (bytes: Buffer): void => {
    length += bytes.length
    if (length > longest)
      throw fault('file-broken', { file, why: `line ${row + 1} is too long to be a record` })
    held.push(bytes)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      // A gigabyte of blank lines packs into a megabyte: they are to cost nothing.
      if (end === from && length === 0) {
        row += 1
        from += 1
        continue
      }
      hold(chunk.subarray(from, end))
      from = end + 1
      const line = take()
      if (line.text !== '') yield line
    }
    hold(chunk.subarray(from))
  }
  const last = take()
  if (last.text !== '') yield last
}
