/** The fields of a row in PostgreSQL's binary format, one after the other. */
import { type Day, day, dayOf, instant, plusDays } from '../../src/core/kit/days.ts'

/** Reads a row from its first field to its last. Every call takes the next one; null where it is null. */
export type Fields = {
  readonly begin: (bytes: Buffer, at: number) => void
  readonly text: () => string | null
  /** A text of few kinds: faster than `text`, and kept. */
  readonly word: () => string | null
  /** Whether an id is the same as the last that this was asked of. */
  readonly isSameId: () => boolean
  /** The id that `isSameId` saw last, as 32 hexadecimal digits. */
  readonly id: () => string
  readonly flag: () => boolean | null
  readonly whole: () => number | null
  readonly day: () => Day | null
  /** The council's day of an instant. */
  readonly dayKnown: () => Day | null
}

const idBytes = 16
const epoch = day('2000-01-01')
const microsecondsOfHour = 3_600_000_000
const hoursOfEpoch = Date.UTC(2000, 0, 1) / 3_600_000

/** Returns the answer that was worked out for a number before, or works it out. */
const kept = <Answer>(work: (number: number) => Answer): ((number: number) => Answer) => {
  const answers = new Map<number, Answer>()
  return (number) => {
    const known = answers.get(number)
    if (known !== undefined) return known
    const answer = work(number)
    answers.set(number, answer)
    return answer
  }
}

const dayAt = kept((days) => plusDays(epoch, days))
// Clocks change on the hour: all instants of one hour lie on one day.
const dayOfHour = kept((hours) => dayOf(instant(new Date((hoursOfEpoch + hours) * 3_600_000).toISOString())))

type Word = { readonly bytes: Buffer; readonly text: string }
const words = new Map<number, Word>()

const isWord = ({ bytes: known }: Word, bytes: Buffer, from: number, length: number): boolean => {
  if (known.length !== length) return false
  for (let at = 0; at < length; at += 1) if (known[at] !== bytes[from + at]) return false
  return true
}

/** Returns a text of few kinds, made once for each: a million texts are slower to make than to recognise. */
const wordAt = (bytes: Buffer, from: number, length: number): string => {
  let hash = length
  for (let at = from; at < from + length; at += 1) hash = (hash * 31 + (bytes[at] ?? 0)) | 0
  const known = words.get(hash)
  if (known !== undefined && isWord(known, bytes, from, length)) return known.text
  const text = bytes.toString('utf8', from, from + length)
  words.set(hash, { bytes: Buffer.from(bytes.subarray(from, from + length)), text })
  return text
}

/** Returns a reader of rows. One serves for all rows: what it read last is overwritten. */
export const fieldReader = (): Fields => {
  let bytes: Buffer = Buffer.alloc(0)
  let at = 0
  const id = Buffer.alloc(idBytes)
  /** Returns the length of the next field and stands at its first byte; -1 is null. */
  const next = (): number => {
    const length = bytes.readInt32BE(at)
    at += 4
    return length
  }
  return {
    begin: (row, from) => {
      bytes = row
      at = from
    },
    text: () => {
      const length = next()
      if (length < 0) return null
      at += length
      return bytes.toString('utf8', at - length, at)
    },
    word: () => {
      const length = next()
      if (length < 0) return null
      at += length
      return wordAt(bytes, at - length, length)
    },
    isSameId: () => {
      const from = at + 4
      at = from + idBytes
      // The last bytes differ most often: they are compared first.
      for (let byte = idBytes - 4; byte >= 0; byte -= 4)
        if (bytes.readInt32BE(from + byte) !== id.readInt32BE(byte)) {
          bytes.copy(id, 0, from, at)
          return false
        }
      return true
    },
    id: () => id.toString('hex'),
    flag: () => {
      if (next() < 0) return null
      at += 1
      return bytes[at - 1] === 1
    },
    whole: () => {
      if (next() < 0) return null
      at += 4
      return bytes.readInt32BE(at - 4)
    },
    day: () => {
      if (next() < 0) return null
      at += 4
      return dayAt(bytes.readInt32BE(at - 4))
    },
    dayKnown: () => {
      if (next() < 0) return null
      at += 8
      const microseconds = bytes.readInt32BE(at - 8) * 2 ** 32 + bytes.readUInt32BE(at - 4)
      return dayOfHour(Math.floor(microseconds / microsecondsOfHour))
    },
  }
}
