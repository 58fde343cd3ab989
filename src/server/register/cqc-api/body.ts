import type { Read } from '../../../core/register/read.ts'

/** The largest answer that we take, unpacked. CQC's longest record is 41 KB, a page of its lists 160 KB. */
export const mostBytes = 8 * 2 ** 20

/** JSON.parse quotes the text in its errors, and with it names of people: what it says is dropped. */
const parse = (bytes: Buffer): Read<unknown> => {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { ok: true, value: json }
  } catch {
    return { ok: false, reason: 'the answer is not complete JSON' }
  }
}

/**
 * Reads the JSON of an answer, whatever the answer calls itself: error pages of proxies come labelled as JSON, and
 * JSON comes labelled as text.
 */
export const readBody = async (response: Response): Promise<Read<unknown>> => {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body ?? []) {
    total += chunk.length
    // Leaving the loop also ends the download.
    if (total > mostBytes)
      return { ok: false, reason: `the answer is larger than ${mostBytes.toLocaleString('en-GB')} bytes` }
    chunks.push(chunk)
  }
  return parse(Buffer.concat(chunks))
}
