import type { Reaction } from './events/reaction.ts'
import type { Route } from './http/route.ts'
import type { Scheduled } from './jobs/schedule.ts'

/** One term's part of the server. */
export type Slice = {
  readonly routes?: readonly Route[]
  readonly reactions?: readonly Reaction[]
  readonly scheduled?: readonly Scheduled[]
}
