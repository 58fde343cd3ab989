import { dayOf, endOf, type Instant, plusDays } from '../../core/kit/days.ts'

/** Whoever is here for the first time sees what changed within a week. */
const daysOfFirstVisit = 7

/** Returns since when changes are shown to somebody who was never here before. */
export const instantBefore = (now: Instant): Instant => endOf(plusDays(dayOf(now), -daysOfFirstVisit - 1))
