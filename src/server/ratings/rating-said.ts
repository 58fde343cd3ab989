import { z } from 'zod'
import type { CriterionRating, ItemNote } from '../../core/ratings/rating.ts'
import type { Asking } from '../platform/api/asking.ts'
import type { Said } from '../platform/api/operation.ts'
import type { Token } from '../platform/api/token.ts'
import type { Proposal } from './queries.ts'

const item = z.object({
  id: z.string(),
  kind: z.string(),
  occurred: z.iso.date(),
  concluded: z.iso.date().nullable(),
  verdict: z.string().describe('Whether it counted, and if not, why.'),
})

const evidence = z
  .looseObject({
    kind: z.string(),
    items: z.array(item).optional().describe('Left out for a token that may not read intelligence.'),
  })
  .describe('What was looked at: by kind a grading, a count with its people, a share, or a stated fact.')

const criterion = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    source: z.string().describe('The paragraph of the policy.'),
    state: z.enum(['known', 'unknown', 'not-applicable']),
    value: z.union([z.string(), z.number()]).optional(),
    interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable().optional(),
    permits: z.array(z.string()).optional().describe('The bands that it permits, worst first.'),
    proposes: z.string().optional(),
    confidence: z.object({ level: z.string(), because: z.string() }).optional(),
    reasons: z.array(z.string()).optional().describe('Why it is not known.'),
    points: z.number().nullable().optional(),
    because: z.string().describe('In words, for people.'),
    row: z.array(
      z.object({
        band: z.string(),
        name: z.string(),
        text: z.string(),
        permitted: z.boolean(),
        proposed: z.boolean(),
      }),
    ),
    evidence: evidence.nullable(),
  })
  .meta({ id: 'Criterion', description: 'What one criterion of the policy found, and why.' })

/** A stored proposal, with everything that explains it. */
export const ratingSaid = z
  .object({
    service: z.guid(),
    band: z.string().nullable().describe('The band that is proposed; null where too little is known.'),
    because: z.string(),
    decidedBy: z.array(z.string()).describe('The criteria that decided.'),
    missing: z.array(z.string()).describe('The criteria that are not known.'),
    points: z.number().nullable().optional(),
    asAt: z.iso.date().describe('The day on which it was worked out.'),
    recordedAt: z.iso.datetime(),
    policy: z.object({ pack: z.string(), version: z.string(), sha256: z.string() }),
    criteria: z.array(criterion),
  })
  .meta({ id: 'Rating', description: 'A proposed rating, as it was stored, with its explanation.' })

const isOpen =
  ({ kinds }: Token) =>
  ({ kind }: ItemNote): boolean =>
    kinds === null || kinds.includes(kind)

/** The items behind a count are intelligence: they go only to a token that may read it, and of its kinds. */
const sayEvidence = (asking: Asking, { evidence: found }: CriterionRating) => {
  if (found === null || !('items' in found)) return found
  const { items, ...rest } = found
  return asking.may('intelligence.see') ? { ...rest, items: items.filter(isOpen(asking.token)) } : rest
}

/** Returns a stored proposal as the token that asks may see it. */
export const sayRating = (
  asking: Asking,
  { rating, evaluatedOn, recordedAt }: Proposal,
): Said<z.input<typeof ratingSaid>> => {
  const { overall, policy } = rating
  const { pack, version, sha256 } = policy
  return {
    service: rating.service,
    band: overall.band,
    because: overall.because,
    decidedBy: overall.decidedBy,
    missing: overall.missing,
    ...(overall.points === undefined ? {} : { points: overall.points }),
    asAt: evaluatedOn,
    recordedAt,
    policy: { pack, version, sha256 },
    criteria: rating.criteria.map((each) => ({ ...each, evidence: sayEvidence(asking, each) })),
  }
}
