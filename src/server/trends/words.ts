import { percentInWords } from '../../core/kit/exact.ts'
import { poissonInterval } from '../../core/kit/statistics.ts'
import { counted, listed } from '../../core/kit/words.ts'
import type { Population } from '../../core/ratings/facts.ts'
import { type ChartedMonth, type ChartOfCounts, fewestMonths } from '../../core/trends/chart-of-counts.ts'
import { specialCauses } from '../../core/trends/special-cause.ts'

/** A number with at most one decimal: `3`, `3.5`. */
export const short = (number: number): string => String(Number(number.toFixed(1)))

const percent = (share: number): string => `${short(share * 100)}%`

/**
 * Returns a count over the people who use the service, with its interval at the policy's level: `3 for 40 people (7.5%),
 * 95% interval 1.5% to 21.9%`.
 */
export const rateInWords = (
  count: number,
  population: Pick<Population, 'people'> | null,
  level: number | null,
): string => {
  if (population === null) return 'Not known: nobody has said how many people use the service'
  const { people } = population
  const rate = `${count} for ${counted(people, 'person', 'people')} (${percentInWords({ numerator: count, denominator: people })})`
  if (level === null) return rate
  const { low, high } = poissonInterval(count, people, level)
  return `${rate}, ${percent(level)} interval ${percent(low)} to ${percent(high)}`
}

const names = new Map<string, string>(specialCauses.map(({ id, name }) => [id, name]))

/** Returns what the rules say of a month: `More than chance: outside the limits`. */
export const sayingOf = ({ special }: ChartedMonth): string =>
  special.length === 0 ? 'Chance' : `More than chance: ${listed(special.map((id) => names.get(id) ?? id))}`

const reasons = {
  'few-months': `Fewer than ${fewestMonths} whole months are known. Limits drawn from so few would mislead, so these are counts only.`,
  'small-counts':
    'There is less than one a month on average. Limits of counts so small would mislead, so these are counts only.',
}

/** Returns the chart in a sentence or two, for those who do not see it. */
export const chartInWords = (chart: ChartOfCounts): string => {
  if (chart.kind === 'counts-only') return reasons[chart.why]
  const { mean, lower, upper } = chart.limits
  const special = chart.months.filter((month) => month.special.length > 0).length
  return `${short(mean)} a month on average. Chance keeps a month between ${short(lower)} and ${short(upper)}. ${
    special === 0
      ? 'No month is more than chance.'
      : `${counted(special, 'month is', 'months are')} more than chance.`
  }`
}
