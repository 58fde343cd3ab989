/** A calendar as other programs read it (RFC 5545). Titles and places only. */
import type { Day, Instant } from '../kit/days.ts'
import { plusDays } from '../kit/days.ts'

/** One entry: at a moment, or for a whole day. */
export type CalendarEntry = {
  readonly id: string
  readonly title: string
  readonly place: string | null
  readonly at: { readonly instant: Instant } | { readonly day: Day }
  /** Rises with each change, so that a program takes the newer one. */
  readonly version: number
  readonly changedAt: Instant
}

const longestLine = 75

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const bytesOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** No line is longer than 75 bytes: the rest follows on lines that begin with a blank, and no letter is cut apart. */
const folded = (line: string): string => {
  let [text, bytes] = ['', 0]
  for (const letter of line) {
    const more = bytesOf(letter)
    if (bytes + more > longestLine) {
      text += '\r\n '
      bytes = 1
    }
    text += letter
    bytes += more
  }
  return text
}

const instantText = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
const dayText = (day: Day): string => day.replaceAll('-', '')

const times = (at: CalendarEntry['at']): readonly string[] =>
  'instant' in at
    ? [`DTSTART:${instantText(at.instant)}`]
    : [
        `DTSTART;VALUE=DATE:${dayText(at.day)}`,
        `DTEND;VALUE=DATE:${dayText(plusDays(at.day, 1))}`,
        // What is due on a day leaves the day free.
        'TRANSP:TRANSPARENT',
      ]

const entryLines = (entry: CalendarEntry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}@plumbline`,
  `DTSTAMP:${instantText(entry.changedAt)}`,
  `SEQUENCE:${entry.version}`,
  ...times(entry.at),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.place === null ? [] : [`LOCATION:${escaped(entry.place)}`]),
  'END:VEVENT',
]

/** Returns a calendar with its entries as text. */
export const calendarText = (name: string, entries: readonly CalendarEntry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Monitoring plan//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
