import { monthInWords } from '../../core/kit/words.ts'
import type { Population } from '../../core/ratings/facts.ts'
import type { ChartedMonth, ChartOfCounts } from '../../core/trends/chart-of-counts.ts'
import { type ControlLine, controlChart, type Tone } from '../../ui/charts/control-chart.ts'
import { details } from '../../ui/components/details.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import { scrollRegion } from '../../ui/scroll-region.ts'
import type { Direction } from './kinds.ts'
import { chartInWords, rateInWords, sayingOf, short } from './words.ts'

export type Charted = {
  readonly id: string
  readonly name: string
  readonly chart: ChartOfCounts
  readonly population: Population | null
  readonly direction: Direction
  /** The level of the policy's intervals; null where no policy is in force. */
  readonly level: number | null
}

const highestOf = ({ chart }: Charted): number =>
  Math.max(1, ...chart.months.map(({ count }) => count), chart.kind === 'limits' ? chart.limits.upper : 0)

const linesOf = (chart: ChartOfCounts, highest: number): readonly ControlLine[] => {
  // Without limits the highest month says what the scale is.
  if (chart.kind === 'counts-only') return [{ value: 1, label: `${highest} in a month`, limit: true }]
  const { mean, lower, upper } = chart.limits
  return [
    { value: upper / highest, label: `Upper limit ${short(upper)}`, limit: true },
    { value: mean / highest, label: `Average ${short(mean)}`, limit: false },
    { value: lower / highest, label: `Lower limit ${short(lower)}`, limit: true },
  ]
}

const toneOf = ({ chart, direction }: Charted, { count, special }: ChartedMonth): Tone | null => {
  if (special.length === 0 || chart.kind === 'counts-only') return null
  return count >= chart.limits.mean ? direction.more : direction.fewer
}

const placeOf = (index: number, of: number): number => (of === 1 ? 0.5 : 0.02 + (0.96 * index) / (of - 1))

const drawing = (charted: Charted): Html => {
  const { months } = charted.chart
  const highest = highestOf(charted)
  const [first, last] = [months[0], months.at(-1)]
  return controlChart({
    id: `trend-${charted.id}`,
    title: `${charted.name} by month`,
    description: `${chartInWords(charted.chart)} The table below has each month.`,
    points: months.map((month, index) => ({
      at: placeOf(index, months.length),
      value: month.count / highest,
      special: toneOf(charted, month),
    })),
    lines: linesOf(charted.chart, highest),
    ticks: [
      ...(first ? [{ at: 0, label: monthInWords(first.from) }] : []),
      ...(last && last !== first ? [{ at: 1, label: monthInWords(last.from) }] : []),
    ],
  })
}

const figures = ({ name, chart, population, level }: Charted): Html =>
  scrollRegion({
    label: `${name}: figures by month`,
    content: table({
      head: ['Month', 'How many', 'Of the people who use the service', 'By the rules'].map((text) => ({
        text,
      })),
      rows: chart.months
        .toReversed()
        .map((month) => [
          { text: monthInWords(month.from) },
          { text: String(month.count) },
          { text: rateInWords(month.count, population, level) },
          { text: chart.kind === 'limits' ? sayingOf(month) : 'No limits' },
        ]),
    }),
  })

/** One kind of intelligence month by month: a sentence, the chart, and the table behind it. */
export const chartSection = (charted: Charted): Html => {
  const last = charted.chart.months.at(-1)
  return html`<h2 class="govuk-heading-m" id="${charted.id}">${charted.name}</h2>
${last && html`<p class="govuk-body"><strong>${monthInWords(last.from)}</strong>: ${rateInWords(last.count, charted.population, charted.level)}. ${chartInWords(charted.chart)}</p>`}
${
  last
    ? html`${drawing(charted)}
${details({ summaryText: 'The figures of the chart', html: figures(charted) })}`
    : html`<p class="govuk-body">No whole month is known yet.</p>`
}`
}
