import type { Instant } from '../core/kit/days.ts'

// Intl and not Temporal: these words are also made on devices, and not every browser there has Temporal.
const zone = 'Europe/London'
const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** Returns the time on the council's clock: 10:42. */
export const clockTime = (at: Instant): string => time.format(new Date(at))

/** Returns the day in words: 21 November 2026. */
export const longDay = (at: Instant): string => date.format(new Date(at))

/** Returns when an answer was saved: "Saved 10:42" today, with its day when it was another one. */
export const savedAt = (at: Instant, now: Instant): string =>
  longDay(at) === longDay(now) ? `Saved ${clockTime(at)}` : `Saved ${clockTime(at)} on ${longDay(at)}`
