import { type Day, day, plusDays, plusMonths } from './days.ts'

/** A quarter of a calendar year: its name in addresses (`2026-4`), and its first and last day. */
export type Quarter = { readonly name: string; readonly from: Day; readonly to: Day }

const monthsOfQuarter = 3

/** Returns the quarter of a name such as `2026-4`, or null where it is none. */
export const quarterNamed = (name: string): Quarter | null => {
  const [, year, number] = /^(20\d\d)-([1-4])$/.exec(name) ?? []
  if (year === undefined || number === undefined) return null
  const month = String((Number(number) - 1) * monthsOfQuarter + 1).padStart(2, '0')
  const from = day(`${year}-${month}-01`)
  return { name, from, to: plusDays(plusMonths(from, monthsOfQuarter), -1) }
}

/** Returns the name of the quarter that a day is in. */
export const quarterOf = (on: Day): string =>
  `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / monthsOfQuarter)}`

/** Returns the name of the quarter so many quarters later, or earlier where negative. */
export const quarterBeside = ({ from }: Quarter, quarters: number): string =>
  quarterOf(plusMonths(from, quarters * monthsOfQuarter))
