import { type Day, dayOf, type Instant, instant } from '../../core/kit/days.ts'

/** The platform's clock: the only place where the server asks what time it is. Tests put in their own. */
export type Clock = () => Instant

/** The time of the machine. */
export const systemClock: Clock = () => instant(Temporal.Now.instant().toString())

/** Returns today's day on the council's clock. */
export const today = (clock: Clock): Day => dayOf(clock())
