const newline = 10
/** No line of a table is so long: what comes without an end is passed on as it is, to be refused there. */
const longestLine = 4 * 2 ** 20

const strict = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const windows = new TextDecoder('windows-1252')

/** Each line for itself: a file that was put together of two may hold both encodings. */
const lineByLine = (bytes: Buffer): string => {
  let text = ''
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(newline, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
    text += strict(line) ?? windows.decode(line)
    from += line.length
  }
  return text
}

/** Decodes text, in whole lines: UTF-8, and where a line is not, Windows-1252, in which Excel saves a CSV. */
export async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    const end = length > longestLine ? chunk.length : chunk.lastIndexOf(newline) + 1
    held.push(chunk.subarray(0, end))
    if (end > 0) {
      const bytes = Buffer.concat(held)
      yield strict(bytes) ?? lineByLine(bytes)
      held = []
      length = chunk.length - end
    }
    held.push(chunk.subarray(end))
  }
  yield lineByLine(Buffer.concat(held))
}
