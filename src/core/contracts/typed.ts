import { type Day, isDay } from '../kit/days.ts'
import { bareName } from '../kit/words.ts'

/** What people and spreadsheets write, read as what they mean. Each returns null where it means nothing. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthOf = (text: string): string => {
  const named = months.indexOf(text.slice(0, 3).toLowerCase()) + 1
  return (named > 0 ? String(named) : text).padStart(2, '0')
}

/** Returns the day that was written: `27 3 2026`, `27/03/2026`, `27 March 2026` or `2026-03-27`. */
export const dayTyped = (text: string): Day | null => {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text.trim())?.[1]
  if (iso !== undefined) return isDay(iso) ? iso : null
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/i.exec(text.trim()) ?? []
  const written = `${year}-${monthOf(month)}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

const money = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/

/** Returns an amount in pence: `£12,345.50`, `12345.5` or `12345`. */
export const penceTyped = (text: string): number | null => {
  const [, pounds = '', pence = ''] = money.exec(text.trim()) ?? []
  return pounds === '' ? null : Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'))
}

/** Returns pence as people write them: `£12,345.50`, and `£12,345` where there are none. */
export const poundsInWords = (pence: number): string => {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return pence % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(pence % 100).padStart(2, '0')}`
}

/** Returns a whole number of 1 or more. */
export const countTyped = (text: string): number | null =>
  /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text.trim()) : null

const yes = ['yes', 'y', 'true', '1']
const no = ['no', 'n', 'false', '0']

/** Returns a yes or a no. */
export const yesTyped = (text: string): boolean | null => {
  const bare = bareName(text)
  return yes.includes(bare) ? true : no.includes(bare) ? false : null
}

/** Returns the choice that was written, by its id or its words, whatever the case and the signs between. */
export const choiceTyped = <Id extends string>(
  text: string,
  choices: Readonly<Record<Id, string>>,
): Id | null => {
  const bare = bareName(text)
  const ids = Object.keys(choices) as Id[]
  return bare === ''
    ? null
    : (ids.find((id) => [id, choices[id]].some((name) => bareName(name) === bare)) ?? null)
}
