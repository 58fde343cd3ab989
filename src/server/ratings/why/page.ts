import { type Day, dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { CriterionRating } from '../../../core/ratings/rating.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import { nameOfBand } from '../../register/words.ts'
import type { Proposal } from '../queries.ts'
import { criterionBlock } from './criterion.ts'

export type WhyPage = {
  readonly service: { readonly id: string; readonly name: string }
  readonly proposal: Proposal | null
  readonly asAt: Day | null
  readonly history: readonly { band: string | null; recorded_at: Parameters<typeof dayOf>[0] }[]
}

/** Worst first, then what is unknown, then what does not apply. */
const weight = (criterion: CriterionRating, bands: readonly string[]): number => {
  if (criterion.state === 'not-applicable') return bands.length + 1
  if (criterion.state === 'unknown') return bands.length
  return bands.indexOf(criterion.proposes)
}

const ordered = (criteria: readonly CriterionRating[]): readonly CriterionRating[] => {
  const bands = criteria.find(({ row }) => row.length > 0)?.row.map(({ band }) => band) ?? []
  return criteria.toSorted((a, b) => weight(a, bands) - weight(b, bands))
}

const summaryOf = ({ rating }: Proposal): string => {
  const { band, decidedBy, known } = rating.overall
  const all = rating.criteria.filter(({ state }) => state !== 'not-applicable').length
  if (band === null) return rating.overall.because
  const because = `because of ${decidedBy.length} of ${counted(all, 'criterion', 'criteria')}`
  return `Proposed ${nameOfBand(band)} ${because}. ${known} of ${all} are known.`
}

const historyTable = (given: WhyPage): Html | false =>
  given.history.length > 1 &&
  html`<h2 class="govuk-heading-m">What was proposed before</h2>
${scrollRegion({
  label: 'Proposals over time',
  content: table({
    head: [{ text: 'From' }, { text: 'Proposed' }],
    rows: given.history.map((row) => [
      { text: dayInWords(dayOf(row.recorded_at)) },
      { html: proposedTag(row.band) },
    ]),
  }),
})}`

const foot = ({
  rating,
  recordedAt,
  evaluatedOn,
}: Proposal): Html => html`<h2 class="govuk-heading-m">By which policy</h2>
<p class="govuk-body">${rating.policy.pack}, version ${rating.policy.version}, in force from ${dayInWords(rating.policy.inForceFrom)}.
Worked out on ${dayInWords(dayOf(recordedAt))} for ${dayInWords(evaluatedOn)}. It stands until a count, a band or the policy changes.</p>
<p class="govuk-body-s">Fingerprint of the policy: <code class="plumbline-break">${rating.policy.sha256}</code></p>`

/** Why a service is rated as it is: one sentence, then a block for each criterion, then the policy. */
export const whyPage = (given: WhyPage): Html => {
  const { service, proposal, asAt } = given
  return html`${pageHeading({
    text: 'Why this rating',
    caption: service.name,
    aside: proposedTag(proposal?.rating.overall.band ?? null),
  })}
${asAt !== null && insetText({ html: html`As it was known at the end of ${dayInWords(asAt)}. <a class="govuk-link" href="/services/${service.id}/why">See it as it is now</a>.` })}
${
  proposal === null
    ? emptyState({
        title: 'No rating was proposed',
        text:
          asAt === null
            ? 'The engine has not looked at this service yet.'
            : 'On that day the service was not known here.',
        action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
      })
    : html`<p class="govuk-body-l">${summaryOf(proposal)}</p>
${proposal.rating.overall.band !== null && html`<p class="govuk-body">${proposal.rating.overall.because}</p>`}
<p class="govuk-body">This is what the figures propose. People decide the rating.</p>
${ordered(proposal.rating.criteria).map(criterionBlock)}
${historyTable(given)}
${foot(proposal)}`
}`
}
