import { sql } from 'kysely'
import { ruleNamed } from '../../../core/alerts/rules.ts'
import { allows, type Role } from '../../../core/people/roles.ts'
import { mailAddresses } from '../../people/queries/mail-addresses.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { urgentAlerts } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { everyoneTold, type Told } from '../queries/notice-choices.ts'
import { mailLinks } from './mail-lines.ts'

type Urgent = { readonly rule: string; readonly service: string; readonly lead: string | null }

/** Of a service without a lead, these are told. */
const withoutLead: readonly Role[] = ['quality-improvement-manager', 'operational-lead']

const urgentAmong = async (authority: string, alerts: readonly string[]): Promise<readonly Urgent[]> => {
  const { rows } = await sql<Urgent>`
    select alert.rule, service.name as service,
      coalesce(alert.assigned_to, alert.person_id, service.contract_lead_id) as lead
    from alert_now alert join service_now service on service.id = alert.service_id
    where alert.authority_id = ${authority} and alert.urgency = 0 and alert.id = any(${[...alerts]}::uuid[])
    order by service.name, alert.id`.execute(db())
  return rows
}

const isFor = ({ id, roles }: Told, { lead }: Urgent): boolean =>
  lead === null ? roles.some((role) => withoutLead.includes(role)) : lead === id

/**
 * Writes at once to those whose alerts are so urgent that they cannot wait for a digest: the lead of the service, or where
 * it has none, who leads the team. Who chose not to hear at once does not.
 */
export const tellUrgent = async (authority: string, alerts: readonly string[]): Promise<void> => {
  const urgent = await urgentAmong(authority, alerts)
  if (urgent.length === 0) return
  const told = (await everyoneTold(authority)).filter(
    (person) =>
      person.choice.atOnce &&
      allows(person.roles, 'work.see') &&
      urgent.some((alert) => isFor(person, alert)),
  )
  const council = await db()
    .selectFrom('authority')
    .where('id', '=', authority)
    .select('name')
    .executeTakeFirstOrThrow()
  const addresses = await mailAddresses(told.map(({ id }) => id))
  for (const person of told) {
    const to = addresses.get(person.id)
    const lines = urgent
      .filter((alert) => isFor(person, alert))
      .map(({ rule, service }) => ({ rule: ruleNamed(rule)?.name ?? rule, service, overdue: false }))
    const letter = urgentAlerts({ name: person.name, council: council.name, lines, ...mailLinks() })
    if (to !== undefined) await queueMail({ authority, to, letter })
  }
}
