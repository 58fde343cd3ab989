import { dayOf } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import { type Band, bandNamed } from '../../policy/band.ts'
import type { Found, ServiceRule } from '../rule.ts'
import type { ComparedProposal, WatchedProposal } from '../watched.ts'

/** How bad a band is: 0 is the worst. What is not known counts as the step above the worst: only the worst is news. */
const rank = (bands: readonly Band[], band: string | null): number =>
  band === null ? 1 : bands.findIndex(({ id }) => id === band)

const isWorse = (bands: readonly Band[], now: string | null, earlier: string | null): boolean =>
  now !== null && now !== earlier && rank(bands, now) < rank(bands, earlier)

/** One thing that is compared: a criterion, or all of them together. */
type Compared = {
  readonly id: string
  readonly name: string
  readonly now: string | null
  readonly earlier: string | null
  readonly because: string
  readonly source: string | null
}

const sameThings = (proposal: WatchedProposal, before: ComparedProposal): readonly Compared[] => [
  {
    id: 'overall',
    name: 'The whole rating',
    now: proposal.band,
    earlier: before.band,
    because: proposal.because,
    source: null,
  },
  ...proposal.criteria.flatMap(({ id, name, proposes, because, source }) => {
    const same = before.criteria.find((criterion) => criterion.id === id)
    return same === undefined ? [] : [{ id, name, now: proposes, earlier: same.proposes, because, source }]
  }),
]

/** A criterion, or the whole, proposes a worse band than it did when people last decided. */
export const toleranceCrossed: ServiceRule = {
  id: 'tolerance-crossed',
  name: 'Tolerance crossed',
  source: 'W3.3',
  urgency: 'soon',
  about: 'service',
  goesTo: 'contract-lead',
  also: [
    'quality-assessor',
    'quality-improvement-manager',
    'operational-lead',
    'commissioner',
    'administrator',
  ],
  permission: 'ratings.see',
  needs: ['within'],
  button: 'See why',
  clears: 'The proposal is no longer worse than the one that it is compared with.',
  asksNote: false,
  find: ({ id: service, proposal, compared }, { policy }) => {
    if (proposal === null || compared === null) return []
    const { bands } = policy.rating
    const nameOf = (band: string | null): string =>
      band === null ? 'not known' : bandNamed(bands, band).name
    return sameThings(proposal, compared)
      .filter(({ now, earlier }) => isWorse(bands, now, earlier))
      .map(
        ({ id, name, now, earlier, because, source }): Found => ({
          cause: `${id}:${now}`,
          since: proposal.recordedAt,
          says: `${name}: now ${nameOf(now)}, was ${nameOf(earlier)}.`,
          because: [
            { name: 'Proposed now', says: `${nameOf(now)}, since ${dayInWords(dayOf(proposal.recordedAt))}` },
            {
              name:
                compared.of === 'last-decision' ? 'Proposed when it was last decided' : 'Proposed earlier',
              says: `${nameOf(earlier)}, on ${dayInWords(compared.on)}`,
            },
            { name: 'Why it is so now', says: because },
            ...(source === null ? [] : [{ name: 'Row of the policy', says: source }]),
          ],
          opens: `/services/${service}/why${id === 'overall' ? '' : `#${id}`}`,
        }),
      )
  },
}
