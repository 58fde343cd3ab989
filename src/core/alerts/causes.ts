/** From facts to the causes of alerts: every rule of the policy, over every service and the council as a whole. */
import type { Policy } from '../policy/policy.ts'
import type { Cause, Found, Given, RuleSettings } from './rule.ts'
import { rules } from './rules.ts'
import type { WatchedCouncil, WatchedService } from './watched.ts'
import type { Watching } from './watching.ts'

/** Returns the policy's own entry for a rule; undefined where it has none: then the rule is not in force. */
export const settingsOf = (policy: Policy | null, rule: string): RuleSettings | undefined =>
  policy?.documents.alerts?.rules.find((entry) => entry.rule === rule)

const causeOf =
  (rule: string, service: string | null) =>
  (found: Found): Cause => ({ ...found, rule, service })

/**
 * Returns every cause that the facts give a policy's rules. `council` is null where only some services are looked at.
 * Rules that are raised by what happens find nothing here.
 */
export const causesOf = (
  policy: Policy,
  services: readonly WatchedService[],
  council: WatchedCouncil | null,
  watching: Watching,
): readonly Cause[] => {
  const { alerts } = policy.documents
  if (alerts === undefined) return []
  return rules.flatMap((rule) => {
    const settings = settingsOf(policy, rule.id)
    if (settings === undefined || rule.about === 'happening') return []
    const given: Given = { watching, policy, alerts, settings }
    if (rule.about === 'council')
      return council === null ? [] : rule.find(council, given).map(causeOf(rule.id, null))
    return services.flatMap((service) => rule.find(service, given).map(causeOf(rule.id, service.id)))
  })
}
