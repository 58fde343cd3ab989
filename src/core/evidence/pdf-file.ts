import { lettersOf } from './file-bytes.ts'
import type { Judged } from './kinds.ts'

/** Names in a PDF may have letters as numbers: `/J#61vaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What runs, starts or carries something. `/JS` alone may stand by chance in the bytes of a picture. */
const active = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b|\/JS\s*(?:\(|<|\d+\s+\d+\s+R\b)/

/** Where readers look for the end: some writers add a few letters after it. */
const lastLetters = 1024

/**
 * Judges a PDF by what can be read without unpacking it. Scripts in packed objects are not seen: a PDF is served to be
 * saved, and never shown inside our pages.
 */
export const judgePdf = (bytes: Uint8Array): Judged => {
  const text = lettersOf(bytes)
  if (!text.slice(-lastLetters).includes('%%EOF')) return { refused: 'broken' }
  if (/\/Encrypt\b/.test(text)) return { refused: 'locked' }
  return active.test(plainNames(text)) ? { refused: 'script' } : { kind: 'pdf' }
}
