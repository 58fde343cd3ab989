/** A job that runs by the clock. A slice declares its own; times are on the council's clock. */
export type Scheduled = {
  /** Names the slice and what it does: `ratings.daily`. Also the name of its queue. */
  readonly name: string
  /** Five fields of cron. */
  readonly cron: string
  readonly run: () => Promise<void>
}
