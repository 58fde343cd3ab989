import { ruleNamed } from '../../../core/alerts/rules.ts'
import type { Instant } from '../../../core/kit/days.ts'
import { ground } from '../../platform/database/unit-of-work.ts'
import type { AlertLine } from '../../platform/mail/letters.ts'
import type { ListedAlert } from '../queries/list-alerts.ts'

/** Returns alerts as lines of a mail: names of services and of rules, and nothing else. */
export const alertLines = (alerts: readonly ListedAlert[], now: Instant): readonly AlertLine[] =>
  alerts.map(({ rule, service, overdueFrom }) => ({
    rule: ruleNamed(rule)?.name ?? rule,
    service: service?.name ?? 'The council as a whole',
    overdue: overdueFrom !== null && overdueFrom <= now,
  }))

/** Where a mail about alerts leads: home, and where its reader stops it. */
export const mailLinks = (): { readonly home: string; readonly notices: string } => {
  const { address } = ground().installation
  return { home: `${address}/`, notices: `${address}/account/notices` }
}
