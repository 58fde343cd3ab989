/**
 * Days and instants as ISO strings. Temporal is used in this folder only.
 *
 * A `Day` is a calendar day (`2026-11-21`). An `Instant` is a moment in UTC with milliseconds
 * (`2026-11-21T10:42:00.000Z`). Both compare with `<` as text.
 */
export type Day = string & { readonly __day: never }
export type Instant = string & { readonly __instant: never }

/** The council's clock: a day begins and ends at midnight here. */
export const councilZone = 'Europe/London'

const shape = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a real calendar day, as YYYY-MM-DD. */
export const isDay = (text: string): text is Day => {
  if (!shape.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Returns the text as a day. Throws RangeError where it is none: for literals and checked input. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`Not a day as YYYY-MM-DD: ${text}`)
  return text
}

/** Returns the text as an instant in UTC with milliseconds. Throws RangeError where it is none. */
export const instant = (text: string): Instant =>
  Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant

const plain = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from(value)

/** Returns the day a number of days later (earlier where negative). */
export const plusDays = (from: Day, days: number): Day => plain(from).add({ days }).toString() as Day

/** Returns the day a number of calendar months earlier, clamped to the month's end: 31 May less 3 is 28 February. */
export const minusMonths = (from: Day, months: number): Day =>
  plain(from).subtract({ months }).toString() as Day

/** Returns the day a number of calendar months later, clamped to the month's end. */
export const plusMonths = (from: Day, months: number): Day => plain(from).add({ months }).toString() as Day

/** Returns the day a number of calendar years earlier; 29 February becomes 28 February. */
export const minusYears = (from: Day, years: number): Day => plain(from).subtract({ years }).toString() as Day

/** Returns the day a number of calendar years later; 29 February becomes 28 February. */
export const plusYears = (from: Day, years: number): Day => plain(from).add({ years }).toString() as Day

/** Returns the first day of a day's month. */
export const firstOfMonth = (of: Day): Day => `${of.slice(0, 8)}01` as Day

/** Returns the later of two days. */
export const laterOf = (one: Day, other: Day): Day => (one < other ? other : one)

/** Returns whole days from one day to another, negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  plain(from).until(plain(to), { largestUnit: 'day' }).days

/** Returns the day of the week, 1 for Monday to 7 for Sunday. */
export const weekdayOf = (value: Day): number => plain(value).dayOfWeek

/** Returns the calendar day of an instant on the council's clock. */
export const dayOf = (at: Instant): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(councilZone).toPlainDate().toString() as Day

/** Returns the first instant after a day: what was known by the end of the day was recorded before it. */
export const endOf = (value: Day): Instant =>
  plain(value)
    .add({ days: 1 })
    .toZonedDateTime(councilZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant

/** Returns the instant a number of milliseconds later. */
export const plusMilliseconds = (from: Instant, milliseconds: number): Instant =>
  Temporal.Instant.from(from).add({ milliseconds }).toString({ fractionalSecondDigits: 3 }) as Instant

/** Returns the instant of a full hour of a day on the council's clock. */
export const hourOf = (value: Day, hour: number): Instant =>
  Temporal.PlainDate.from(value)
    .toZonedDateTime({ timeZone: councilZone, plainTime: { hour } })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant

/** Returns the instant of a time of day, `14:30`, on the council's clock. */
export const timeOf = (value: Day, time: string): Instant =>
  Temporal.PlainDate.from(value)
    .toZonedDateTime({ timeZone: councilZone, plainTime: time })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant

/** Returns whole seconds since the beginning of 1970. */
export const secondsOf = (at: Instant): number =>
  Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)

/** Returns the time of day of an instant on the council's clock: 10:42. */
export const clockTimeOf = (at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(councilZone).toPlainTime().toString({ smallestUnit: 'minute' })
