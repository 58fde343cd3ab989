import type { Day, Instant } from '../kit/days.ts'

/** The moment at which rules look, and its day on the council's clock. */
export type Watching = { readonly now: Instant; readonly today: Day }
