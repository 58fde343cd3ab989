import { type Fault, fault } from '../../../core/kit/problems.ts'
import { longest } from './lines.ts'

async function* textsOf(
  chunks: AsyncIterable<Buffer>,
  broken: (why: string) => Fault,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw broken('it is not text in UTF-8')
    }
  }
  for await (const chunk of chunks) yield decode(chunk)
  yield decode()
}

/**
 * Splits a JSON document into the text of its values, without holding more than one: the elements where it is a
 * list, else the whole. It follows brackets and quotation marks only; each value is still to be parsed.
 * Throws a fault where it ends early, holds something else, or is not UTF-8.
 */
export async function* valuesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  const broken = (why: string): Fault => fault('file-broken', { file, why })
  let begun = false
  let floor = 0 // the depth at which values stand: 1 inside a list
  let depth = 0
  let quoted = false
  let escaped = false
  let held = ''
  for await (const text of textsOf(chunks, broken)) {
    let from = depth > floor ? 0 : -1
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at] as string
      if (quoted) {
        if (escaped) escaped = false
        else if (sign === '\\') escaped = true
        else if (sign === '"') quoted = false
      } else if (sign === '"' && depth > floor) quoted = true
      else if (sign === '[' && !begun) {
        begun = true
        floor = 1
        depth = 1
      } else if (sign === '{' || sign === '[') {
        begun = true
        if (depth < floor) throw broken('after the end of its list stands more')
        if (depth === floor) from = at
        depth += 1
      } else if (sign === '}' || sign === ']') {
        depth -= 1
        if (depth < 0) throw broken('a bracket closes that was never opened')
        if (depth === floor && from !== -1) {
          yield held + text.slice(from, at + 1)
          held = ''
          from = -1
        }
      } else if (depth <= floor && !/[\s,]/.test(sign)) throw broken('between its records stands other text')
    }
    if (from !== -1) held += text.slice(from)
    if (held.length > longest) throw broken('one of its records is too long, or never ends')
  }
  if (depth !== 0) throw broken('it ends in the middle of a record')
}
