import { lettersOf } from './file-bytes.ts'
import type { Judged } from './kinds.ts'

/** What no text has: signs that write nothing. Tabs and line ends are text; so are the letters from 80 on, in some alphabet. */
const control = /[\p{Cc}--[\t\n\f\r\x80-\x9f]]/v

const webPage =
  /<(?:!doctype|html|head|body|svg|script|style|iframe|object|embed|img|a|meta|link)\b|<\?(?:xml|php)/i

const separators = [',', ';', '\t'] as const
const looked = 10

/** Whether the first lines have one separator as often, as rows of a table do. */
const isTable = (text: string): boolean => {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, looked)
  return separators.some((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length)
    return lines.length > 1 && (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0])
  })
}

/** Judges bytes that no other kind begins with: a text or a table of texts, if anything. */
export const judgeText = (bytes: Uint8Array): Judged => {
  const text = lettersOf(bytes)
  if (control.test(text)) return { refused: 'unknown' }
  if (webPage.test(text)) return { refused: 'active' }
  return { kind: isTable(text) ? 'csv' : 'txt' }
}
