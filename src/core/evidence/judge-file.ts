import { beginsWith, lettersOf } from './file-bytes.ts'
import { type FileKind, type Judged, kinds } from './kinds.ts'
import { judgeZip } from './office-file.ts'
import { judgePdf } from './pdf-file.ts'
import { judgeText } from './text-file.ts'

type Beginning = {
  readonly bytes: readonly number[]
  readonly judge: (bytes: Uint8Array) => Judged
}

const is = (kind: FileKind) => (): Judged => ({ kind })
const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

/** How each kind begins. What begins like none of them is a text, or nothing that is taken. */
const beginnings: readonly Beginning[] = [
  { bytes: letters('%PDF-'), judge: judgePdf },
  { bytes: [0xff, 0xd8, 0xff], judge: is('jpeg') },
  { bytes: [0x89, ...letters('PNG\r\n'), 0x1a, 0x0a], judge: is('png') },
  { bytes: [0x50, 0x4b, 0x03, 0x04], judge: judgeZip },
  // The container of Office before 2007, and of everything that a password locks.
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], judge: () => ({ refused: 'locked' }) },
]

/** The brands of photos of telephones. A film has the same container and another brand. */
const photo = /^ftyp(?:heic|heix|heim|heis|mif1|msf1)$/

/** Returns what a file is by its bytes, whatever its name says, or why it is not taken. */
export const judgeFile = (bytes: Uint8Array): Judged => {
  if (bytes.length === 0) return { refused: 'empty' }
  const found = beginnings.find((beginning) => beginsWith(bytes, beginning.bytes))
  if (found) return found.judge(bytes)
  if (photo.test(lettersOf(bytes.subarray(4, 12)))) return { kind: 'heic' }
  return judgeText(bytes)
}

/** Returns what a sent file is. Its name must fit: whoever saves it opens it by the name. */
export const judgeSentFile = (name: string, bytes: Uint8Array): Judged => {
  const judged = judgeFile(bytes)
  if ('refused' in judged) return judged
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const endings: readonly string[] = kinds[judged.kind].endings
  return endings.includes(ending) ? judged : { refused: 'other-name' }
}
