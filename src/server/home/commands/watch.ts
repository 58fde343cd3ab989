import { causesOf } from '../../../core/alerts/causes.ts'
import { reconcile, type Standing } from '../../../core/alerts/reconcile.ts'
import { ruleNamed, rules } from '../../../core/alerts/rules.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { policyToday } from '../../policy/in-force.ts'
import { watchedServices } from '../queries/watched.ts'
import { watchedCouncil } from '../queries/watched-council.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { clearAlerts, insertAlerts, newAlerts, updateAlerts } from './write-alerts.ts'

/** Rules whose causes are looked for, and not raised by what happens. */
const searching = rules.filter(({ about }) => about !== 'happening').map(({ id }) => id)
const ofServices = rules.filter(({ about }) => about === 'service').map(({ id }) => id)

const standingOf = async (
  authority: string,
  services: readonly string[] | 'all',
): Promise<readonly Standing[]> =>
  db()
    .selectFrom('alert')
    .where('authority_id', '=', authority)
    .where('cleared_at', 'is', null)
    .where('rule', 'in', services === 'all' ? searching : ofServices)
    .$if(services !== 'all', (query) => query.where('service_id', 'in', services === 'all' ? [] : services))
    .select(['id', 'rule', 'service_id as service', 'cause', 'says', 'due'])
    .execute()

/** Alerts of concerns that have been concluded since. Found by their services: a cause is a text, and has no index. */
const concluded = async (authority: string): Promise<readonly Standing[]> =>
  db()
    .selectFrom('alert')
    .innerJoin('intelligence_now as item', (join) =>
      join
        .onRef('item.service_id', '=', 'alert.service_id')
        .on((on) => on(on.cast('item.id', 'text'), '=', on.ref('alert.cause'))),
    )
    .where('alert.authority_id', '=', authority)
    .where('alert.cleared_at', 'is', null)
    .where('alert.rule', 'in', ['immediate-concern', 'new-concern'])
    .where('item.concluded', 'is not', null)
    .select([
      'alert.id',
      'alert.rule',
      'alert.service_id as service',
      'alert.cause',
      'alert.says',
      'alert.due',
    ])
    .execute()

const servicesOf = (things: readonly { readonly service: string | null }[]): string[] => [
  ...new Set(things.flatMap(({ service }) => service ?? [])),
]

/**
 * Looks at a council's services by every rule of its policy of today: raises what is new, brings what stands to what is
 * so now, and clears what is gone, in a handful of statements whatever their number. `all` looks at the council as a
 * whole too. Where nothing changed, nothing is written.
 */
export const watch = async (authority: string, services: readonly string[] | 'all'): Promise<void> => {
  if (services.length === 0) return
  await oneAtATime(authority)
  const policy = await policyToday(authority)
  const watching = { now: now(), today: dayOf(now()) }
  const causes =
    policy === null
      ? []
      : causesOf(
          policy,
          await watchedServices(authority, services, policy, watching.today),
          services === 'all' ? await watchedCouncil(authority) : null,
          watching,
        )
  const { opened, changed, cleared } = reconcile(await standingOf(authority, services), causes)
  const gone = [...cleared, ...(await concluded(authority))]
  if (opened.length + changed.length + gone.length === 0) return
  const fresh = newAlerts(opened)
  await emit(
    {
      kind: 'alerts.found',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: {
        opened: fresh.map(({ id }) => id),
        changed: changed.map(({ id }) => id),
        cleared: gone.map(({ id }) => id),
        services: servicesOf([...opened, ...gone]),
      },
    },
    async (event) => {
      await insertAlerts(authority, fresh, policy, event.id)
      await updateAlerts(authority, changed, policy, event.id)
      const because = gone.map(({ id, rule }) => ({
        id,
        because: ruleNamed(rule)?.clears ?? 'Its cause is gone.',
      }))
      await clearAlerts(authority, because, event.id)
    },
  )
}
