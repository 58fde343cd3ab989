import { z } from 'zod'

/** The file of GOV.UK, as far as it is read. */
const published = z.object({
  'england-and-wales': z.object({
    events: z.array(z.object({ title: z.string(), date: z.iso.date() })).min(1),
  }),
})

const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`

/** Returns the text of src/core/kit/bank-holidays.ts, from what GOV.UK publishes and from what was known before. */
export const bankHolidaysText = (json: unknown, known: Readonly<Record<string, string>>): string => {
  const { events } = published.parse(json)['england-and-wales']
  const first = events.map(({ date }) => date).toSorted()[0] ?? ''
  // A day of a year that the file covers and does not name is no bank holiday any more.
  const before = Object.entries(known).filter(([date]) => date.slice(0, 4) < first.slice(0, 4))
  const all = [...before, ...events.map(({ date, title }) => [date, title] as const)].toSorted(
    ([one], [other]) => one.localeCompare(other),
  )
  const years = all.map(([date]) => date.slice(0, 4))
  return `import type { Day } from './days.ts'

/** From the first to the last day of which the bank holidays below are known. */
export const bankHolidaysKnown = { from: '${years[0]}-01-01' as Day, to: '${years.at(-1)}-12-31' as Day } as const

/**
 * Bank holidays in England and Wales, by day, with their names as GOV.UK has them.
 * Written anew by scripts/refresh-bank-holidays.ts.
 */
export const bankHolidays: Readonly<Record<string, string>> = {
${all.map(([date, title]) => `  '${date}': ${quoted(title)},`).join('\n')}
}
`
}
