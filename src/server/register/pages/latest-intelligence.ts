import { dayOf } from '../../../core/kit/days.ts'
import { capital, dayInWords } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ShownIntelligence, ShownService } from '../queries/show-service.ts'
import { kindNames } from '../words.ts'

/** Kinds of cases that end with an outcome. A compliment, say, is neither open nor closed. */
const ending: readonly string[] = ['section-42', 'complaint-to-provider', 'complaint-to-authority']

const outcomeOf = ({ kind, outcome, concluded }: ShownIntelligence): string => {
  if (outcome !== null && outcome !== undefined) return capital(outcome.replaceAll('-', ' '))
  return concluded === null && ending.includes(kind ?? '') ? 'Open' : ''
}

const intelligenceTable = (service: string, items: readonly ShownIntelligence[]): Html =>
  scrollRegion({
    label: 'Latest intelligence',
    content: table({
      head: ['What', 'Happened', 'Known', 'Outcome', 'Reference'].map((text) => ({ text })),
      rows: items.map((item) => [
        {
          attributes: { id: `item-${item.id}` },
          html: html`<a class="govuk-link" href="/services/${service}/intelligence/${item.id}">${kindNames[item.kind as keyof typeof kindNames] ?? item.kind}</a>${item.summary && html`<br><span class="govuk-hint govuk-!-margin-0">${item.summary}</span>`}`,
        },
        { text: item.occurred === undefined ? '' : dayInWords(item.occurred) },
        { text: item.recorded_at === undefined ? '' : dayInWords(dayOf(item.recorded_at)) },
        { text: outcomeOf(item) },
        { text: item.reference ?? '' },
      ]),
    }),
  })

/** The latest intelligence of a service; where there is none, what that means. */
export const latestIntelligence = (given: {
  readonly service: ShownService
  readonly intelligence: readonly ShownIntelligence[]
}): Html => html`<h2 class="govuk-heading-m">Latest intelligence</h2>
${
  given.intelligence.length > 0
    ? html`${intelligenceTable(given.service.id, given.intelligence)}
<p class="govuk-body"><a class="govuk-link" href="/services/${given.service.id}/intelligence">All intelligence of this service</a></p>`
    : emptyState({
        title: 'Nothing is recorded',
        text: given.service.commissioned
          ? 'No intelligence was recorded of this service. That is not the same as no concerns: see which kinds are collected.'
          : 'This service is not commissioned by the council, so no intelligence is collected of it.',
        headingLevel: 3,
      })
}`
