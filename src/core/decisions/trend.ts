/** How a service's proposal went over the last weeks: a band for each week, and the same in words. */
import { type Day, plusDays } from '../kit/days.ts'
import { counted } from '../kit/words.ts'
import { type Band, bandNamed } from '../policy/band.ts'

/** A proposal's band, with the days between which it stood. `to` is null for the one that stands. */
export type Stood = { readonly band: string | null; readonly from: Day; readonly to: Day | null }

/** How many weeks a trend shows. */
export const weeksShown = 12
const daysOfWeek = 7

/** Returns the days at whose end a trend looks: one each week, the last of them the day itself. */
export const weeksUntil = (day: Day): readonly Day[] =>
  Array.from({ length: weeksShown }, (_, index) => plusDays(day, (index + 1 - weeksShown) * daysOfWeek))

/** Returns the band that stood at the end of each week; null where none was proposed. */
export const trendOf = (stood: readonly Stood[], until: Day): readonly (string | null)[] =>
  weeksUntil(until).map(
    (day) => stood.findLast(({ from, to }) => from <= day && (to === null || to > day))?.band ?? null,
  )

const nameOf = (bands: readonly Band[], band: string | null): string =>
  band === null ? 'Not rated' : bandNamed(bands, band).name

/** Whether the last band is better or worse than one before: a step to or from no band is neither. */
const direction = (bands: readonly Band[], before: string | null, now: string | null): string => {
  const [was, is] = [before, now].map((band) => bands.findIndex(({ id }) => id === band))
  if (was === undefined || is === undefined || was < 0 || is < 0 || was === is) return ''
  return is < was ? ', worse than before' : ', better than before'
}

/** Returns a trend in words: *Red for 3 weeks, Amber before, worse than before.* */
export const trendInWords = (trend: readonly (string | null)[], bands: readonly Band[]): string => {
  const now = trend.at(-1) ?? null
  const change = trend.findLastIndex((band) => band !== now)
  if (change < 0) return `${nameOf(bands, now)} for ${counted(trend.length, 'week', 'weeks')} or more`
  const weeks = counted(trend.length - change - 1, 'week', 'weeks')
  const before = trend[change] ?? null
  return `${nameOf(bands, now)} for ${weeks}, ${nameOf(bands, before)} before${direction(bands, before, now)}`
}
