import type { Actor } from '../actor.ts'
import type { Ground } from '../database/unit-of-work.ts'
import type { Say } from './jobs.ts'

type Timed = {
  /** Names the slice and what it does: `ratings.daily`. Also the name of its queue. */
  readonly name: string
  /** Five fields of cron. */
  readonly cron: string
}

/** What a job stands on that makes units of work of its own. */
export type OwnUnits = { readonly on: Ground; readonly actor: Actor; readonly say: Say }

/**
 * A job that runs by the clock. A slice declares its own; times are on the council's clock. `run` is one unit of work:
 * all of it is saved, or none. `runInUnits` makes its own, for work that waits for others and keeps what it has.
 */
export type Scheduled = Timed &
  ({ readonly run: () => Promise<void> } | { readonly runInUnits: (given: OwnUnits) => Promise<void> })
