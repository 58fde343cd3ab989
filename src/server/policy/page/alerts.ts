import { engagements } from '../../../core/alerts/engagement.ts'
import { nameOfRule, ruleNamed } from '../../../core/alerts/rules.ts'
import { listed } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { ruleInWords } from '../in-words/alert-rule.ts'
import type { Marks } from './marks.ts'
import { points } from './section.ts'

type Alerts = NonNullable<Policy['documents']['alerts']>

/** Whose it is first, in words. */
const goesTo = (id: string): string => {
  const rule = ruleNamed(id)
  if (rule === undefined || rule.goesTo === 'contract-lead') return 'The contract lead of the service'
  return listed(rule.goesTo.map((role) => roles[role].name))
}

const rulesTable = ({ rules }: Alerts, marks: Marks): Html =>
  scrollRegion({
    label: 'Rules of alerts',
    content: table({
      head: ['Alert', 'When', 'Goes to', 'Closed by itself when'].map((text) => ({ text })),
      rows: rules.map((rule) => [
        { html: html`${nameOfRule(rule.rule)} ${marks.of(rule)}` },
        { html: points(ruleInWords(rule)) },
        { text: goesTo(rule.rule) },
        { text: ruleNamed(rule.rule)?.clears ?? '' },
      ]),
      firstCellIsHeader: true,
    }),
  })

/** What every service is expected to have, and what counts as engagement with one that does not. */
const expectations = (
  { expected, engagement }: Alerts,
  { rating }: Policy['documents'],
  marks: Marks,
): Html => {
  const nameOf = (id: string): string => rating.schemes.find((scheme) => scheme.id === id)?.name ?? id
  return html`<h3 class="govuk-heading-m">What is expected of every service</h3>
${points([
  ...expected.map(
    (each) =>
      html`${nameOf(each.scheme)}: ${each.atLeast} or better${each.noPartAt !== undefined && `, and no part at ${each.noPartAt}`} ${marks.of(each)}`,
  ),
  ...(engagement === undefined
    ? []
    : [
        html`Engagement with a service that falls short is ${listed(
          engagement.counts.map((kind) => engagements[kind]),
          'or',
        )}. ${marks.of(engagement)}`,
      ]),
])}`
}

/** Which rules raise alerts, when, for whom, and what closes each; null where the pack has none. */
export const alertsInWords = (documents: Policy['documents'], marks: Marks): Html | null => {
  const { alerts } = documents
  if (alerts === undefined) return null
  return html`<p class="govuk-body">Plumbline looks for these by itself, after everything that happens and every quarter of an hour. Each cause is one alert.</p>
${rulesTable(alerts, marks)}
${alerts.expected.length > 0 && expectations(alerts, documents, marks)}`
}
