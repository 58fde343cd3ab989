import { newsOf, type ProposalThen } from '../../core/decisions/news.ts'
import { permittedOverall } from '../../core/decisions/permitted.ts'
import { trendOf } from '../../core/decisions/trend.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Moment } from './queries/moment.ts'
import { type BriefProposal, bandsStood, briefProposals } from './queries/row-details.ts'
import type { RowState } from './row-states.ts'

/** A row with all that a person decides by. */
export type RowView = RowState & {
  /** Bands that the criteria permit, the proposed one among them. */
  readonly permits: readonly string[]
  readonly reasons: string
  readonly news: readonly string[]
  /** A band for each of the last weeks. */
  readonly trend: readonly (string | null)[]
  /** Nothing is new, and what is proposed is what stands: these may be marked together. */
  readonly unchanged: boolean
}

const thenOf = (proposal: BriefProposal | undefined): ProposalThen | null =>
  proposal === undefined
    ? null
    : {
        band: proposal.band,
        criteria: proposal.criteria.map((criterion) => ({
          id: criterion.id,
          name: criterion.name,
          state: criterion.state,
          proposes: criterion.state === 'known' ? criterion.proposes : null,
          value: criterion.state === 'known' ? criterion.value : null,
        })),
      }

const reasonsShown = 2

const firstSentence = (text: string): string => text.split(/(?<=\.)\s/)[0] ?? text

/** Returns in half a line what decides a proposal. */
const reasonsOf = (proposal: BriefProposal | undefined): string => {
  if (proposal === undefined) return 'Nothing was worked out yet.'
  const { because } = proposal.overall
  const decidedBy: readonly string[] = proposal.overall.decidedBy
  if (decidedBy.length === 0) return because
  const deciding = proposal.criteria.filter(({ id }) => decidedBy.includes(id))
  const more = deciding.length - reasonsShown
  const said = deciding.slice(0, reasonsShown).map((criterion) => firstSentence(criterion.because))
  return `${said.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`
}

type Given = {
  readonly policy: Policy
  readonly at: Moment
  /** When the session before this one ended; null for the first. */
  readonly since: Moment
}

/** Returns rows with what decides, what is new and how they went: three queries, whatever the number of rows. */
export const rowViews = async (
  rows: readonly RowState[],
  { policy, at, since }: Given,
): Promise<readonly RowView[]> => {
  const services = rows.map(({ service }) => service)
  const until = dayOf(at ?? now())
  const [current, before, stood] = [
    await briefProposals(services, at),
    since === null ? null : await briefProposals(services, since),
    await bandsStood(services, until),
  ]
  return rows.map((row) => {
    const proposal = current.get(row.service)
    const { bands } = policy.rating
    const news = before === null ? [] : newsOf(thenOf(before.get(row.service)), thenOf(proposal), bands)
    return {
      ...row,
      permits: proposal === undefined ? [] : permittedOverall(policy.rating, proposal.criteria),
      reasons: reasonsOf(proposal),
      news,
      trend: trendOf(stood.get(row.service) ?? [], until),
      unchanged: row.proposed !== null && row.proposed === row.decided && news.length === 0 && !row.sentBack,
    }
  })
}
