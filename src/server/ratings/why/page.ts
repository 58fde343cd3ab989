import { type Day, dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { bandNamed } from '../../../core/policy/band.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import type { CriterionRating, ItemNote } from '../../../core/ratings/rating.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { decidedTag } from '../../decisions/pages/decided-tag.ts'
import type { Decision } from '../../decisions/queries/decided.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import type { PastProposal, Proposal } from '../queries.ts'
import { proposedBefore } from './before.ts'
import { criterionBlock } from './criterion.ts'
import { decidedBefore } from './decided.ts'
import { summary } from './summary.ts'
import { reachOf, stretchesOf } from './trend.ts'

/** A proposal with what explains it. */
export type Explained = {
  readonly proposal: Proposal
  /** The policy that made it, which may not be the one in force now. */
  readonly policy: Policy
  readonly history: readonly PastProposal[]
  /** Ids of the items that the page of the service shows. */
  readonly shown: ReadonlySet<string>
}

export type WhyPage = {
  /** Leads to the other pages of the service. */
  readonly tabs: Html
  readonly service: { readonly id: string; readonly name: string }
  readonly asAt: Day | null
  readonly today: Day
  readonly explained: Explained | null
  /** Newest first; the first of them stands. */
  readonly decisions: readonly Decision[]
}

/** Worst first, then what is not known, then what does not apply. */
const weight = (criterion: CriterionRating, bands: readonly string[]): number => {
  if (criterion.state === 'not-applicable') return bands.length + 1
  return criterion.state === 'unknown' ? bands.length : bands.indexOf(criterion.proposes)
}

const blocks = ({ service, asAt, today }: WhyPage, explained: Explained): readonly (Html | false)[] => {
  const { proposal, policy, history, shown } = explained
  const { bands } = policy.rating
  const order = bands.map(({ id }) => id)
  const reach = reachOf(asAt ?? today)
  const page = `/services/${service.id}${asAt === null ? '' : `?as-at=${asAt}`}`
  const addressOf = ({ id }: ItemNote): string | null => (shown.has(id) ? `${page}#item-${id}` : null)
  return proposal.rating.criteria
    .toSorted((one, other) => weight(one, order) - weight(other, order))
    .map((rated) => {
      const criterion = policy.rating.criteria.find(({ id }) => id === rated.id)
      if (criterion === undefined) return false
      const stretches = stretchesOf(history, rated, reach)
      return criterionBlock(rated, {
        criterion,
        bands,
        policy: addressOfPolicy(policy),
        stretches,
        reach,
        addressOf,
      })
    })
}

const addressOfPolicy = ({ reference }: Policy): string => `/policy?version=${reference.sha256}`

const madeBy = ({ proposal, policy }: Explained): Html => {
  const { evaluatedOn, recordedAt } = proposal
  const { pack, version, inForceFrom } = policy.reference
  return html`<h2 class="govuk-heading-m" id="policy">By which policy</h2>
<p class="govuk-body"><a class="govuk-link" href="${addressOfPolicy(policy)}">${policy.name}</a> (${pack}, version ${version}), in force from ${dayInWords(inForceFrom)}.</p>
<p class="govuk-body">Worked out on ${dayInWords(dayOf(recordedAt))}, for ${dayInWords(evaluatedOn)}. It stands until a count, a rating or the policy changes.</p>`
}

const nothingYet = ({ service, asAt }: WhyPage): Html =>
  emptyState({
    title: 'No rating was proposed',
    text:
      asAt === null
        ? 'The engine has not looked at this service yet.'
        : 'On that day the service was not known here.',
    action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
  })

/** Why a service is rated as it is: one sentence, then a block for each criterion, then the policy and the past. */
export const whyPage = (given: WhyPage): Html => {
  const { service, asAt, explained, decisions } = given
  const [standing] = decisions
  const bands = explained?.policy.rating.bands ?? []
  const band = explained?.proposal.rating.overall.band ?? null
  const all = explained?.proposal.rating.criteria.filter(({ state }) => state !== 'not-applicable') ?? []
  return html`${pageHeading({
    text: 'Why this rating',
    caption: service.name,
    aside: html`${standing && html`${decidedTag(bandNamed(bands, standing.band))} `}${proposedTag(band === null ? null : bandNamed(bands, band))}`,
  })}
${given.tabs}
${asAtNotice(asAt, `/services/${service.id}/why`)}
${
  explained === null
    ? nothingYet(given)
    : html`${summary(explained.proposal.rating, bands)}
<h2 class="govuk-heading-m">${counted(all.length, 'criterion', 'criteria')}, worst first</h2>
${blocks(given, explained)}
${madeBy(explained)}
${decidedBefore(decisions, explained.policy)}
${proposedBefore(explained.history, bands)}`
}`
}
