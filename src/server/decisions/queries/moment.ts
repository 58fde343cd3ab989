import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../core/kit/days.ts'

/** When a page looks: null is now, else what was known just before a moment of the past. */
export type Moment = Instant | null

/** The proposals that stand at a moment. */
export const proposalsAt = (at: Moment): RawBuilder<unknown> =>
  at === null ? sql`rating_proposal_now` : sql`rating_proposal_known(${at})`

/** The decisions that stand at a moment. */
export const decisionsAt = (at: Moment): RawBuilder<unknown> =>
  at === null ? sql`rating_decision_now` : sql`rating_decision_known(${at})`

/** Whether a row with a version was there at a moment. */
export const stoodAt = (at: Moment): RawBuilder<boolean> =>
  at === null
    ? sql<boolean>`superseded_at is null`
    : sql<boolean>`recorded_at < ${at} and (superseded_at is null or superseded_at >= ${at})`
