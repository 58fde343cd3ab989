/** The alerts of a pack in lines: which rules tell, when, and what is expected of every service. */
import { engagements } from '../../core/alerts/engagement.ts'
import { nameOfRule } from '../../core/alerts/rules.ts'
import { listed } from '../../core/kit/words.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { ruleInWords } from '../../server/policy/in-words/alert-rule.ts'
import type { Lined } from './lines.ts'

/** Returns everything that `alerts.yaml` says; no line where the pack has none. */
export const alertLines = ({ alerts, rating }: Policy['documents'], lined: Lined): readonly string[] => {
  if (alerts === undefined) return []
  const { rules, expected, engagement } = alerts
  const nameOf = (id: string): string => rating.schemes.find((scheme) => scheme.id === id)?.name ?? id
  return [
    ...rules.map((rule) => lined([nameOfRule(rule.rule), ...ruleInWords(rule)].join('. '), rule)),
    ...expected.map((each) => {
      const noPart = each.noPartAt === undefined ? '' : `, and no part at ${each.noPartAt}`
      return lined(
        `Expected of every service: ${nameOf(each.scheme)}: ${each.atLeast} or better${noPart}`,
        each,
      )
    }),
    ...(engagement === undefined
      ? []
      : [
          lined(
            `Engagement is ${listed(
              engagement.counts.map((kind) => engagements[kind]),
              'or',
            )}`,
            engagement,
          ),
        ]),
  ]
}
