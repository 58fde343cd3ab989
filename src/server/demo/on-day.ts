import { type Day, hourOf } from '../../core/kit/days.ts'
import { type Ground, onGround } from '../platform/database/unit-of-work.ts'

/** The past happens at this hour of each day. */
export const workingHour = 10

/** Runs work as if on a past day: the clock stands still there. */
export const onDay = <Result>(
  then: Day,
  changes: Partial<Ground>,
  work: () => Promise<Result>,
): Promise<Result> => onGround({ clock: () => hourOf(then, workingHour), ...changes }, work)

/** What is long past sends no jobs: it was dealt with. */
export const withoutJobs: Partial<Ground> = { jobs: { send: async () => {} } }
