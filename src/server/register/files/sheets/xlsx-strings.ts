import { type Fault, fault } from '../../../../core/kit/problems.ts'
import { longestCell } from './sheet-row.ts'
import type { XmlHandlers } from './tags.ts'
import { parsed } from './xml.ts'
import type { Archive } from './zip.ts'

/** The texts that the cells of a workbook share, by their number. */
export type SharedStrings = (index: number) => string

const part = 'xl/sharedStrings.xml'

/** CQC's largest workbook shares some 500,000 texts of 15 million letters; these are what still fits in memory. */
const mostTexts = 2_000_000
const mostBytes = 64 * 2 ** 20
const firstBytes = 2 ** 20
/** A letter takes at most so many bytes. */
const widestLetter = 3

const tooMuch = (file: string): Fault =>
  fault('file-broken', { file, why: 'it holds more text than fits in memory' })

const handlersFor =
  (file: string) =>
  (give: (text: string) => void): XmlHandlers => {
    let text = ''
    let inText = false
    let inPhonetic = false
    return {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 't') inText = !inPhonetic
        else if (name === 'rPh') inPhonetic = true
      },
      close: (name) => {
        if (name === 'si') give(text)
        else if (name === 't') inText = false
        else if (name === 'rPh') inPhonetic = false
      },
      text: (given) => {
        if (!inText) return
        text += given
        if (text.length > longestCell) throw tooMuch(file)
      },
    }
  }

/**
 * Reads the texts that cells share: the one thing of a workbook that cannot be streamed. They are kept as bytes and
 * made into text when asked for, for half a million texts of their own take several times the memory.
 */
export const sharedStrings = async (archive: Archive, file: string): Promise<SharedStrings> => {
  const ends = [0]
  let bytes = Buffer.alloc(firstBytes)
  let end = 0
  if (archive.has(part))
    for await (const text of parsed(archive.part(part), file, handlersFor(file))) {
      if (end + text.length * widestLetter > bytes.length)
        bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length + text.length * widestLetter)])
      end += bytes.write(text, end)
      if (ends.push(end) > mostTexts || end > mostBytes) throw tooMuch(file)
    }
  return (index) => bytes.toString('utf8', ends[index] ?? 0, ends[index + 1] ?? 0)
}
