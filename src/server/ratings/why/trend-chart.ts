import { counted, dayInWords } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import type { Criterion } from '../../../core/policy/policy.ts'
import { stepChart } from '../../../ui/charts/step-chart.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { scaleOf } from './scale.ts'
import { monthsOf, placeIn, type Reach, type Stretch } from './trend.ts'

type Shown = { readonly criterion: Criterion; readonly bands: readonly Band[] }

const bandOf = ({ proposes }: Stretch, bands: readonly Band[]): string =>
  proposes === null ? 'Nothing proposed' : bandNamed(bands, proposes).name

const inWords = (stretches: readonly Stretch[], bands: readonly Band[]): string => {
  const last = stretches.at(-1)
  const changes = counted(stretches.length - 1, 'change', 'changes')
  if (last === undefined) return ''
  return `${changes}. Since ${dayInWords(last.from)}: ${last.figure}, ${bandOf(last, bands)}.`
}

const figuresTable = ({ criterion: { name }, bands }: Shown, stretches: readonly Stretch[]): Html =>
  scrollRegion({
    label: `${name}: figures over time`,
    content: table({
      head: ['From', 'To', 'Figure', 'Proposed'].map((text) => ({ text })),
      rows: stretches
        .toReversed()
        .map((each) => [
          { text: dayInWords(each.from) },
          { text: dayInWords(each.to) },
          { text: each.figure },
          { text: bandOf(each, bands) },
        ]),
    }),
  })

/** The year of a criterion as a chart, with the figures behind it. Nothing where nothing was ever known. */
export const trendChart = (shown: Shown, stretches: readonly Stretch[], reach: Reach): Html | false => {
  const { criterion, bands } = shown
  const scale = scaleOf(
    criterion,
    stretches.map(({ value }) => value),
  )
  // A day that was stated has no place on a scale, and what was never known has none either.
  if (stretches.every(({ value }) => scale.place(value) === null)) return false
  return html`<h3 class="govuk-heading-s">Over the last year</h3>
${stepChart({
  id: `trend-${criterion.id}`,
  title: `${criterion.name}, from ${dayInWords(reach.from)} to ${dayInWords(reach.to)}`,
  description: `As it was known at the time. ${inWords(stretches, bands)} The table below has each figure.`,
  zones: scale.zones,
  steps: stretches.map(({ from, to, value }) => ({
    from: placeIn(reach, from),
    to: placeIn(reach, to),
    value: scale.place(value),
  })),
  ticks: monthsOf(reach),
})}
${details({ summaryText: 'The figures of the chart', html: figuresTable(shown, stretches) })}`
}
