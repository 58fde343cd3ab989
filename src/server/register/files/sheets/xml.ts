import { type Fault, fault, isFault } from '../../../../core/kit/problems.ts'
import { tagReader, type XmlHandlers } from './tags.ts'

/** The most of a document that may stand between two tags, or inside of one: more is a bomb. */
const longestSilence = 4 * 2 ** 20

/**
 * Streams what handlers give of an XML document, holding no more of it than a piece. Throws a fault where it is no
 * XML, which is also how a workbook with a password looks.
 */
export async function* parsed<Item>(
  chunks: AsyncIterable<Buffer>,
  file: string,
  handlersFor: (give: (item: Item) => void) => XmlHandlers,
): AsyncGenerator<Item> {
  const broken = (why: string): Fault => fault('file-broken', { file, why })
  let ready: Item[] = []
  let silence = 0
  const handlers = handlersFor((item) => ready.push(item))
  const reader = tagReader({
    ...handlers,
    open: (name, attributes) => {
      silence = 0
      handlers.open(name, attributes)
    },
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const write = (chunk: Buffer | null): void => {
    try {
      reader.write(decoder.decode(chunk ?? undefined, { stream: chunk !== null }))
      if (chunk === null) reader.end()
    } catch (error) {
      if (isFault(error)) throw error
      throw broken('it is not whole, or not a workbook that opens without a password')
    }
  }
  for await (const chunk of chunks) {
    silence += chunk.length
    if (silence > longestSilence) throw broken('one of its cells never ends')
    write(chunk)
    yield* ready
    ready = []
  }
  write(null)
  yield* ready
}
