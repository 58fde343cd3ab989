import { bankHolidays, bankHolidaysKnown } from './bank-holidays.ts'
import { type Day, plusDays } from './days.ts'
import { fault } from './problems.ts'
import { dayInWords } from './words.ts'

/** Whether the bank holidays around a day are known: Saturdays and Sundays always are. */
export const bankHolidaysKnownOn = (day: Day): boolean =>
  bankHolidaysKnown.from <= day && day <= bankHolidaysKnown.to

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/**
 * Returns why nobody works on a day: `a Saturday`, `Good Friday`; null for a working day.
 * Throws `bank-holidays-unknown` for a weekday of a year whose bank holidays are not known.
 */
export const whyNotWorking = (day: Day): string | null => {
  const weekday = weekdayOf(day)
  if (weekday >= 6) return `a ${weekdays[weekday - 1]}`
  if (!bankHolidaysKnownOn(day))
    throw fault('bank-holidays-unknown', {
      day: dayInWords(day),
      from: dayInWords(bankHolidaysKnown.from),
      to: dayInWords(bankHolidaysKnown.to),
    })
  return bankHolidays[day] ?? null
}

/** Whether people of a council work on a day. */
export const isWorkingDay = (day: Day): boolean => whyNotWorking(day) === null

/** Returns the day itself where it is a working day, else the last one before it. */
export const workingDayUntil = (day: Day): Day =>
  isWorkingDay(day) ? day : workingDayUntil(plusDays(day, -1))

/** Returns the working day that is so many working days later; the day itself is not counted. */
export const plusWorkingDays = (from: Day, workingDays: number): Day => {
  let [day, left] = [from, workingDays]
  while (left > 0) {
    day = plusDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
