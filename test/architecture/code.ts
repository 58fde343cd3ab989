/** As much of TypeScript's grammar as it takes to tell code from words: comments, texts, templates and patterns. */

/** A stretch of a text that is not code. `tag` is what stands before a template: `sql`, `html`. */
export type Words = {
  readonly kind: 'comment' | 'string' | 'template' | 'pattern'
  readonly start: number
  readonly end: number
  readonly tag: string
}

const comment = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`
const string = String.raw`'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"`
// A slash begins a pattern only where no value stands before it: otherwise it divides.
const pattern = String.raw`(?<=(?:^|[(,=:[!&|?{};+>]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*`
const opening = new RegExp(`(${comment})|(${string})|(${pattern})|[\`{}]`, 'g')
const templatePart = /(?:\\[\s\S]|(?!\$\{)[^\\`])*(`|\$\{)/y
const tagBefore = /(\w+)(?:<[^`;]*>)?$/

type Open = { readonly tag: string; braces: number }

/** Returns what is not code in a text, in order. */
export const wordsOf = (text: string): readonly Words[] => {
  const found: Words[] = []
  const open: Open[] = []
  opening.lastIndex = 0
  for (let at = opening.exec(text); at !== null; at = opening.exec(text)) {
    const [whole, comments, strings, patterns] = at
    const end = at.index + whole.length
    const within = open.at(-1)
    if (comments) found.push({ kind: 'comment', start: at.index, end, tag: '' })
    else if (strings) found.push({ kind: 'string', start: at.index, end, tag: '' })
    else if (patterns) found.push({ kind: 'pattern', start: at.index, end, tag: '' })
    else if (whole === '{' && within) within.braces += 1
    else if (whole === '}' && within && within.braces > 0) within.braces -= 1
    else if (whole === '`' || (whole === '}' && within)) {
      const tag =
        whole === '}'
          ? (open.pop()?.tag ?? '')
          : (tagBefore.exec(text.slice(Math.max(0, at.index - 200), at.index))?.[1] ?? '')
      templatePart.lastIndex = end
      const part = templatePart.exec(text)
      const partEnd = part ? end + part[0].length : text.length
      found.push({ kind: 'template', start: at.index, end: partEnd, tag })
      if (part?.[1] === '${') open.push({ tag, braces: 0 })
      opening.lastIndex = partEnd
    }
  }
  return found
}

const blank = (text: string, words: readonly Words[]): string => {
  let out = ''
  let at = 0
  for (const { start, end } of words) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return out + text.slice(at)
}

/** Returns a text with its comments blank: every character left keeps its place. */
export const withoutComments = (text: string): string =>
  blank(
    text,
    wordsOf(text).filter(({ kind }) => kind === 'comment'),
  )

/** Returns a text with its comments, texts, templates and patterns blank: every character left keeps its place. */
export const bare = (text: string): string => blank(text, wordsOf(text))

const beforeImport = /(?:\bfrom|\bimport\s*\(?)\s*$/

/** An import or re-export: what is named after `from`. */
export type Import = { readonly from: string; readonly start: number }

/** Returns what a text imports, in order. */
export const importsOf = (text: string): readonly Import[] =>
  wordsOf(text)
    .filter(
      ({ kind, start }) => kind === 'string' && beforeImport.test(text.slice(Math.max(0, start - 20), start)),
    )
    .map(({ start, end }) => ({ from: text.slice(start + 1, end - 1), start }))
