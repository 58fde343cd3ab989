import { departureInWords, outcomeInWords } from '../../../core/decisions/document-table.ts'
import { ratingMeetings } from '../../../core/decisions/meetings.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { decidedTag } from '../../decisions/pages/decided-tag.ts'
import type { Decision } from '../../decisions/queries/decided.ts'

const reasonOf = ({ departure, note }: Decision): string =>
  [departure === 'follows' ? '' : departureInWords(departure), note ?? '']
    .filter((text) => text !== '')
    .join('. ') || 'As proposed'

const outcomeOf = ({ outcome, sentBackBecause }: Decision): string => {
  if (outcome === null) return 'Not yet'
  return sentBackBecause === null ? outcomeInWords(outcome) : `Sent back: ${sentBackBecause}`
}

const rowOf = (decision: Decision, bands: readonly Band[], confirms: boolean) => [
  { text: dayInWords(decision.decidedOn) },
  { html: decidedTag(bandNamed(bands, decision.band)) },
  { text: decision.proposed === null ? 'No rating' : bandNamed(bands, decision.proposed).name },
  { text: reasonOf(decision) },
  { text: listed(decision.deciders.map(({ name }) => name)) },
  ...(confirms ? [{ text: outcomeOf(decision) }] : []),
]

/** What people decided of a service, newest first: with its reason, who, and what the meeting that confirms said. */
export const decidedBefore = (decisions: readonly Decision[], policy: Policy): Html => {
  const { bands } = policy.rating
  // A policy without such a meeting confirms nothing: then there is nothing to wait for.
  const confirms = ratingMeetings(policy).some(({ part }) => part === 'confirms')
  const head = ['On', 'Decided', 'Proposed then', 'Reason', 'By', ...(confirms ? ['Confirmed'] : [])]
  return html`<h2 class="govuk-heading-m" id="decided">What was decided</h2>
${
  decisions.length === 0
    ? html`<p class="govuk-body">Nobody has decided this rating yet.</p>`
    : scrollRegion({
        label: 'What was decided',
        content: table({
          head: head.map((text) => ({ text })),
          rows: decisions.map((decision) => rowOf(decision, bands, confirms)),
        }),
      })
}`
}
