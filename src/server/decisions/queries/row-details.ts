import { sql } from 'kysely'
import type { Stood } from '../../../core/decisions/trend.ts'
import { weeksUntil } from '../../../core/decisions/trend.ts'
import { type Day, dayOf, endOf, type Instant } from '../../../core/kit/days.ts'
import type { CriterionRating, Overall } from '../../../core/ratings/rating.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { type Moment, proposalsAt } from './moment.ts'

/** A proposal without the items that it counted: they are nine tenths of it. */
export type BriefProposal = {
  readonly service: string
  readonly id: string
  readonly band: string | null
  readonly overall: Overall
  readonly criteria: readonly CriterionRating[]
}

/** Returns the proposals of some services that stand at a moment, by service. */
export const briefProposals = async (
  services: readonly string[],
  at: Moment,
): Promise<ReadonlyMap<string, BriefProposal>> => {
  const { rows } = await sql<BriefProposal>`
    select service_id as service, id, band, brief -> 'overall' as overall, brief -> 'criteria' as criteria
    from ${proposalsAt(at)} proposal
    where service_id = any(${[...services]}::uuid[])`.execute(db())
  return new Map(rows.map((row) => [row.service, row]))
}

type Past = {
  readonly service: string
  readonly band: string | null
  readonly recordedAt: Instant
  readonly supersededAt: Instant | null
}

/** Returns which bands stood for some services over the weeks until a day, by service, oldest first. */
export const bandsStood = async (
  services: readonly string[],
  until: Day,
): Promise<ReadonlyMap<string, readonly Stood[]>> => {
  const [first = until] = weeksUntil(until)
  const { rows } = await sql<Past>`
    select service_id as service, band, recorded_at as "recordedAt", superseded_at as "supersededAt"
    from rating_proposal_past
    where service_id = any(${[...services]}::uuid[]) and recorded_at < ${endOf(until)}
      and (superseded_at is null or superseded_at >= ${endOf(first)})
    order by recorded_at, event_id`.execute(db())
  const stood = ({ band, recordedAt, supersededAt }: Past): Stood => ({
    band,
    from: dayOf(recordedAt),
    to: supersededAt === null ? null : dayOf(supersededAt),
  })
  return new Map(
    [...Map.groupBy(rows, ({ service }) => service)].map(([service, past]) => [service, past.map(stood)]),
  )
}
