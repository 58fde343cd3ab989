import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import type { Day } from '../../core/kit/days.ts'
import { listed, withinSentence } from '../../core/kit/words.ts'
import { chartOfCounts } from '../../core/trends/chart-of-counts.ts'
import { type MonthlyCount, monthlyCounts } from '../../core/trends/monthly-counts.ts'
import { details } from '../../ui/components/details.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { asAtNotice } from '../platform/http/as-at-notice.ts'
import { kindNames } from '../register/words.ts'
import { chartSection } from './chart-section.ts'
import { directions } from './kinds.ts'
import type { TrendFacts } from './queries.ts'

/** How many months a chart shows at most: Making Data Count draws two to three years. */
const monthsShown = 24

export type TrendsPage = {
  readonly service: { readonly id: string; readonly name: string }
  readonly tabs: Html
  readonly facts: TrendFacts
  readonly asAt: Day | null
  readonly today: Day
  readonly level: number | null
}

const monthsOf = ({ facts, asAt, today }: TrendsPage, kind: IntelligenceKind): readonly MonthlyCount[] =>
  monthlyCounts({
    items: facts.items.filter((item) => item.kind === kind),
    collectedFrom: facts.collectedFrom[kind] ?? today,
    asAt: asAt ?? today,
    months: monthsShown,
  })

const none = (kinds: readonly IntelligenceKind[]): Html | false =>
  kinds.length > 0 &&
  insetText({
    text: `Collected, and none in any whole month of the last ${monthsShown}: ${listed(kinds.map((kind) => withinSentence(kindNames[kind])))}.`,
  })

const kindsInOrder = Object.keys(directions) as readonly IntelligenceKind[]

const notCollected = (kinds: readonly IntelligenceKind[]): Html | false =>
  kinds.length > 0 &&
  insetText({
    text: `Not collected, so not known: ${listed(kinds.map((kind) => withinSentence(kindNames[kind])))}. Silence is not nought.`,
  })

const rules = details({
  summaryText: 'How to read a chart',
  html: html`<p class="govuk-body">The whole line is the average of the months shown. The dashed lines are the limits within which chance alone keeps nearly every month. A circle is chance. A square is more than chance, and worth a question. It is one of these:</p>
<ul class="govuk-list govuk-list--bullet">
<li>a month outside the limits</li>
<li>seven or more months in a row on one side of the average</li>
<li>seven or more months in a row that rise, or that fall</li>
<li>two of three months in a row close to the same limit</li>
</ul>
<p class="govuk-body">These are the rules of NHS England’s Making Data Count. They say that something changed. They do not say what.</p>`,
})

/** The months of a service, one chart for each kind of intelligence that is collected. */
export const trendsPage = (given: TrendsPage): Html => {
  const { service, tabs, facts, asAt, level } = given
  const collected = kindsInOrder.filter((kind) => facts.collectedFrom[kind] !== undefined)
  const months = new Map(collected.map((kind) => [kind, monthsOf(given, kind)]))
  const some = collected.filter((kind) => months.get(kind)?.some(({ count }) => count > 0))
  const charts = some.map((kind) =>
    chartSection({
      id: kind,
      name: kindNames[kind],
      population: facts.population,
      direction: directions[kind],
      level,
      chart: chartOfCounts(months.get(kind) ?? []),
    }),
  )
  return html`${pageHeading({ text: 'Trends', caption: service.name })}
${tabs}
${asAtNotice(asAt, `/services/${service.id}/trends`)}
${
  collected.length === 0
    ? emptyState({
        title: 'Nothing is collected of this service',
        text: 'A chart needs a kind of intelligence that the council declares as collected.',
        action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
      })
    : html`${rules}
${charts}
${none(collected.filter((kind) => !some.includes(kind)))}
${notCollected(kindsInOrder.filter((kind) => !collected.includes(kind)))}`
}`
}
