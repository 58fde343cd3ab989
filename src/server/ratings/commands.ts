import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import { rate } from '../../core/ratings/rate.ts'
import type { CriterionRating, Rating } from '../../core/ratings/rating.ts'
import type { Verdict } from '../../core/ratings/tally.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'
import { policyInForce } from '../policy/in-force.ts'
import { lockServices } from '../register/queries/lock-services.ts'
import { factsOf } from './facts.ts'

const counting: ReadonlySet<Verdict> = new Set(['counted', 'met', 'not-met'])

/** What was counted for a criterion. */
const countOf = ({ evidence }: CriterionRating): unknown => {
  if (evidence === null) return null
  if (evidence.kind === 'rating') return evidence.grading
  if ('stated' in evidence) return evidence.stated
  // Which items, not only how many: one may leave the window on the day on which another enters it.
  const items = evidence.items
    .filter(({ verdict }) => counting.has(verdict))
    .map(({ id, verdict }) => [id, verdict])
  if (evidence.kind === 'rate') return [evidence.population, items]
  if (evidence.kind === 'proportion') return items
  return [evidence.points, items]
}

/**
 * What a re-rating compares: counts, bands and policy, without windows and words, which move every day while
 * nothing has changed.
 */
const digestOf = (rating: Rating): string => {
  const criteria = rating.criteria.map((criterion) => [
    criterion.id,
    criterion.state,
    criterion.state === 'known' && [criterion.permits, criterion.proposes, criterion.confidence.level],
    countOf(criterion),
  ])
  const { band, state, decidedBy } = rating.overall
  return createHash('sha256')
    .update(JSON.stringify([rating.policy.sha256, band, state, decidedBy, criteria]))
    .digest('hex')
}

/**
 * Works out the proposals of some services anew, and stores those that changed, in the unit of work that it is called
 * in. Returns how many were stored.
 */
export const reRate = async (services: readonly string[]): Promise<number> => {
  let stored = 0
  for (const [authority, own] of await lockServices(services)) stored += await reRateIn(authority, own)
  return stored
}

const reRateIn = async (authority: string, services: readonly string[]): Promise<number> => {
  const asAt = dayOf(now())
  const policy = await policyInForce(authority, asAt)
  const before = new Map(
    (
      await db()
        .selectFrom('rating_proposal_now')
        .where('service_id', 'in', services)
        .select(['service_id', 'digest', 'band'])
        .execute()
    ).map((row) => [row.service_id, row]),
  )
  const fresh = (await factsOf(services, asAt))
    .map((facts) => rate(facts, policy, asAt))
    .map((rating) => ({ rating, digest: digestOf(rating) }))
    .filter(({ rating, digest }) => before.get(rating.service)?.digest !== digest)
  if (fresh.length === 0) return 0
  const changed = fresh.map(({ rating }) => ({
    id: rating.service,
    band: rating.overall.band,
    before: before.get(rating.service)?.band ?? null,
  }))
  await emit(
    {
      kind: 'rating.proposed',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { services: changed },
    },
    async (event) => {
      const at = now()
      await db()
        .updateTable('rating_proposal')
        .set({ superseded_at: at })
        .where('superseded_at', 'is', null)
        .where(
          'service_id',
          'in',
          changed.map(({ id }) => id),
        )
        .execute()
      await db()
        .insertInto('rating_proposal')
        .values(
          fresh.map(({ rating, digest }) => ({
            id: randomUUID(),
            authority_id: authority,
            service_id: rating.service,
            evaluated_on: asAt,
            band: rating.overall.band,
            state: rating.overall.state,
            result: JSON.stringify(rating),
            digest,
            policy_sha256: rating.policy.sha256,
            recorded_at: at,
            event_id: event.id,
          })),
        )
        .execute()
    },
  )
  return fresh.length
}
