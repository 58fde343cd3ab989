import { type Day, minusMonths, plusDays } from '../kit/days.ts'
import type { Window } from '../policy/policy.ts'

/** Days after one day, up to and including another. `first` is the day after the one before it. */
export type DayWindow = { readonly after: Day; readonly first: Day; readonly to: Day }

/** The window of a criterion on a day, and where its length comes from. */
export type WindowNote = DayWindow & Window

/** Returns the window of calendar months that ends on a day (WA2); 31 May less three months is 28 February. */
export const windowOf = (months: number, to: Day): DayWindow => {
  const after = minusMonths(to, months)
  return { after, first: plusDays(after, 1), to }
}

/** Whether a day lies in the window. */
export const holds = (window: DayWindow, day: Day): boolean => window.after < day && day <= window.to
