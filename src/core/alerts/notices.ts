/** By which mail a person wants to hear of alerts: what can be chosen, and when a digest is due. */
import type { Day } from '../kit/days.ts'
import { weekdayOf } from '../kit/days.ts'

/** A choice. `weekday` is 1 for Monday to 5 for Friday, and null but for a weekly digest. */
export type NoticeChoice = {
  readonly digest: 'none' | 'daily' | 'weekly'
  readonly weekday: number | null
  /** Whether an alert that somebody may be at risk is told at once, by a mail of its own. */
  readonly atOnce: boolean
}

/** What holds for who never chose: nobody misses that somebody is at risk, and nobody gets mail that they did not ask for. */
export const unchosen: NoticeChoice = { digest: 'none', weekday: null, atOnce: true }

/** The days on which digests are sent, by their number. */
export const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

/** Every digest that can be chosen, by the value of its form. */
export const digests: Readonly<Record<string, string>> = {
  none: 'No digest',
  daily: 'Every working day',
  ...Object.fromEntries(workingDays.map((name, index) => [`weekly-${index + 1}`, `Once a week, on ${name}`])),
}

/** Returns a choice as the value of the form that makes it. */
export const digestValue = ({ digest, weekday }: NoticeChoice): string =>
  digest === 'weekly' ? `weekly-${weekday}` : digest

/** Reads the form. Returns null where none of the digests was chosen. */
export const readNotices = (digest: string, atOnce: boolean): NoticeChoice | null => {
  if (!Object.hasOwn(digests, digest)) return null
  const [how = '', weekday] = digest.split('-')
  return how === 'weekly'
    ? { digest: 'weekly', weekday: Number(weekday), atOnce }
    : { digest: how === 'daily' ? 'daily' : 'none', weekday: null, atOnce }
}

/** Whether a digest of this choice is sent on a day. */
export const isDigestDay = ({ digest, weekday }: NoticeChoice, day: Day): boolean => {
  const today = weekdayOf(day)
  if (digest === 'none' || today > workingDays.length) return false
  return digest === 'daily' || weekday === today
}
