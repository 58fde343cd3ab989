import type { Day } from '../kit/days.ts'
import type { LocationRecord } from './location.ts'
import type { Place } from './place.ts'

/** Returns the days that a record names as past: of registration, and of the ratings published. */
export const statedDays = (record: Place & Partial<Pick<LocationRecord, 'ratings'>>): readonly Day[] =>
  [
    record.registered.from,
    record.registered.to,
    ...(record.ratings ?? []).map(({ published }) => published),
  ].filter((day) => day !== null)
