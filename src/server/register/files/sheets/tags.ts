import { textOfXml } from './entities.ts'

/** Returns the value of a tag's attribute, undefined where it has none of that name. */
export type Attributes = (name: string) => string | undefined

/** What to do at each part of a document. Tags come without their prefix: writers choose it freely. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Takes a document piece by piece. It throws where the document is not well formed, or ends too early. */
export type TagReader = { readonly write: (piece: string) => void; readonly end: () => void }

const deepest = 256
const greater = '>'.charCodeAt(0)
const slash = '/'.charCodeAt(0)
const blank = ' '.charCodeAt(0)

const broken = (why: string): Error => new Error(why)

const endOfName = (text: string, from: number): number => {
  let at = from
  for (;;) {
    const sign = text.charCodeAt(at)
    // Beyond the end of the text there is no sign, and no comparison holds.
    if (!(sign > blank) || sign === greater || sign === slash) return at
    at += 1
  }
}

const afterBlanks = (text: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) <= blank) at += 1
  return at
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parts that are no tags, by how they begin: how they end, and whether what is between is text. */
const others = [
  { begins: '<!--', ends: '-->', isText: false },
  { begins: '<![CDATA[', ends: ']]>', isText: true },
  { begins: '<?', ends: '?>', isText: false },
] as const

/**
 * Reads the tags of an XML document, for data and not for prose: of document types and their entities it knows
 * nothing and refuses them, bombs among them. It finds each end with `indexOf` instead of looking at every letter,
 * which makes it several times as fast as a general parser; on a gigabyte that is half a minute.
 */
export const tagReader = (handlers: XmlHandlers): TagReader => {
  const within: string[] = []
  let begun = false
  let held = ''

  const giveText = (raw: string): void => {
    if (within.length > 0) handlers.text(textOfXml(raw))
    else if (raw.trim().replace('\ufeff', '') !== '') throw broken('text outside of all tags')
  }

  /** Reads a closing tag. Returns where it ends, or -1 where it has not ended yet, as the two below do. */
  const close = (text: string, from: number): number => {
    const end = text.indexOf('>', from)
    if (end === -1) return -1
    const open = within.pop() ?? ''
    const endOfOpen = from + 2 + open.length
    if (open === '' || !text.startsWith(open, from + 2)) throw broken('a tag closes that is not open')
    if (endOfOpen < end && text.slice(endOfOpen, end).trim() !== '')
      throw broken('a tag closes that is not open')
    handlers.close(withoutPrefix(open))
    return end + 1
  }

  const open = (text: string, from: number): number => {
    let at = endOfName(text, from + 1)
    const name = text.slice(from + 1, at)
    // Names and values in turn: a tag has few, and is asked for fewer, so that no table of them is made.
    const attributes: string[] = []
    for (;;) {
      at = afterBlanks(text, at)
      const sign = text.charCodeAt(at)
      if (sign === greater || sign === slash) break
      const equals = text.indexOf('=', at)
      const begins = afterBlanks(text, equals + 1)
      const quote = text.charAt(begins)
      if (equals === -1 || quote === '') return -1
      if (quote !== '"' && quote !== "'") throw broken('an attribute without quotation marks')
      const end = text.indexOf(quote, begins + 1)
      if (end === -1) return -1
      attributes.push(text.slice(at, equals).trimEnd(), text.slice(begins + 1, end))
      at = end + 1
    }
    const isWhole = text.charCodeAt(at) === slash
    const end = text.indexOf('>', at)
    if (end === -1) return -1
    if (end > at + 1) throw broken('a tag that does not end')
    if (name === '' || within.length >= deepest) throw broken('a tag without a name, or too deep in others')
    if (begun && within.length === 0) throw broken('a second document after the first')
    begun = true
    const local = withoutPrefix(name)
    handlers.open(local, (wanted) => {
      const index = attributes.indexOf(wanted)
      return index === -1 ? undefined : textOfXml(attributes[index + 1] ?? '')
    })
    if (isWhole) handlers.close(local)
    else within.push(name)
    return end + 1
  }

  const other = (text: string, from: number): number => {
    const kind = others.find(({ begins }) => text.startsWith(begins, from))
    if (!kind) {
      if (others.some(({ begins }) => begins.startsWith(text.slice(from)))) return -1
      throw broken('a document type, which no workbook declares')
    }
    const end = text.indexOf(kind.ends, from + kind.begins.length)
    if (end === -1) return -1
    if (kind.isText) handlers.text(text.slice(from + kind.begins.length, end))
    return end + kind.ends.length
  }

  return {
    write: (piece) => {
      const text = held + piece
      let at = 0
      for (;;) {
        const from = text.indexOf('<', at)
        if (from === -1) break
        if (from > at) giveText(text.slice(at, from))
        at = from
        const next = text.charAt(from + 1)
        if (next === '') break
        const end =
          next === '/'
            ? close(text, from)
            : next === '!' || next === '?'
              ? other(text, from)
              : open(text, from)
        if (end === -1) break
        at = end
      }
      // Text waits for the tag that ends it, so that no entity is cut in two.
      held = text.slice(at)
    },
    end: () => {
      if (!begun || within.length > 0 || held.trim() !== '') throw broken('it ends too early')
    },
  }
}
