import { type RawBuilder, sql } from 'kysely'
import { type Day, type Instant, instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import {
  byUrgency,
  type Condition,
  isMine,
  isOverdue,
  isPutOff,
  isSeen,
  isTeams,
  type Looking,
} from './alert-conditions.ts'

/** An alert as a list shows it. */
export type ListedAlert = {
  readonly id: string
  readonly rule: string
  readonly says: string
  /** Null for what is about the council as a whole. */
  readonly service: { readonly id: string; readonly name: string } | null
  readonly urgency: number
  readonly since: Instant
  readonly due: Day | null
  readonly overdueFrom: Instant | null
  /** What to open, where the thing itself has a page. */
  readonly opens: string | null
  readonly lead: string | null
  readonly assignedTo: string | null
  readonly acknowledgedBy: string | null
  readonly snoozedUntil: Day | null
}

/** What a person asked a list for; all of it stands in the address. */
export type AlertSearch = {
  readonly whose: 'mine' | 'team' | 'all'
  readonly rule: string | null
  readonly lead: string | null
  /** Words of the name of a service. */
  readonly words: string | null
  readonly which: 'open' | 'overdue' | 'put-off'
  readonly page: number
}

/** How many a page shows. */
export const perPage = 50

const allOf = (conditions: readonly Condition[]): RawBuilder<boolean> => sql.join([...conditions], sql` and `)

const matching = (search: AlertSearch, looking: Looking): RawBuilder<boolean> => {
  const { whose, rule, lead, words, which } = search
  return allOf([
    isSeen(looking),
    ...(whose === 'mine' ? [isMine(looking)] : whose === 'team' ? [isTeams(looking)] : []),
    which === 'put-off' ? isPutOff(looking) : sql<boolean>`not ${isPutOff(looking)}`,
    ...(which === 'overdue' ? [isOverdue(looking)] : []),
    ...(rule === null ? [] : [sql<boolean>`alert.rule = ${rule}`]),
    ...(lead === null ? [] : [sql<boolean>`service.contract_lead_id::text = ${lead}`]),
    ...(words === null ? [] : [sql<boolean>`position(${words.toLowerCase()} in lower(service.name)) > 0`]),
  ])
}

const joined = sql`alert_now alert left join service_now service on service.id = alert.service_id`

type Row = Omit<ListedAlert, 'service'> & {
  readonly serviceId: string | null
  readonly serviceName: string | null
}

const listed = ({ serviceId, serviceName, ...row }: Row): ListedAlert => ({
  ...row,
  service: serviceId === null ? null : { id: serviceId, name: serviceName ?? '' },
})

/** One page of alerts, and how many there are in all. */
export type AlertPage = {
  readonly alerts: readonly ListedAlert[]
  readonly count: number
  readonly overdue: number
}

/**
 * Reads alerts that hold to some conditions, most urgent first. The page is chosen before anything is joined to it: names
 * of people are looked up for the rows that are shown, and for no others.
 */
const readPage = async (
  condition: RawBuilder<boolean>,
  looking: Looking,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<AlertPage> => {
  const { rows } = await sql<{ count: number; overdue: number; alerts: readonly Row[] | null }>`
    with matching as materialized (
      select alert.id, alert.rule, alert.says, alert.urgency, alert.since, alert.due, alert.overdue_from,
        alert.because ->> 'opens' as opens, alert.snoozed_until, alert.service_id, alert.assigned_to,
        alert.acknowledged_by, service.name, service.contract_lead_id, ${isOverdue(looking)} as overdue
      from ${joined} where ${condition}
    ), page as materialized (
      select row_number() over (order by ${byUrgency(looking)}) as place, alert.* from matching alert
      order by place limit ${limit} offset ${offset}
    )
    select count(*)::int as count, count(*) filter (where overdue)::int as overdue,
      (select jsonb_agg(jsonb_build_object('id', id, 'rule', rule, 'says', says, 'urgency', urgency, 'since', since,
          'due', due, 'overdueFrom', overdue_from, 'opens', opens, 'snoozedUntil', snoozed_until,
          'serviceId', service_id, 'serviceName', name,
          'lead', (select name from person where person.id = contract_lead_id),
          'assignedTo', (select name from person where person.id = assigned_to),
          'acknowledgedBy', (select name from person where person.id = acknowledged_by)) order by place)
        from page) as alerts
    from matching`.execute(db())
  const { count, overdue, alerts } = rows[0] ?? { count: 0, overdue: 0, alerts: [] }
  return { alerts: (alerts ?? []).map(inInstants).map(listed), count, overdue }
}

/** In JSON the database writes instants its own way. */
const inInstants = (row: Row): Row => ({
  ...row,
  since: instant(row.since),
  overdueFrom: row.overdueFrom === null ? null : instant(row.overdueFrom),
})

const readAlerts = async (
  condition: RawBuilder<boolean>,
  looking: Looking,
  limit: number,
): Promise<readonly ListedAlert[]> => (await readPage(condition, looking, { limit })).alerts

/** Returns one page of alerts, most urgent first, and how many match in all. */
export const listAlerts = (search: AlertSearch, looking: Looking): Promise<AlertPage> =>
  readPage(matching(search, looking), looking, { limit: perPage, offset: (search.page - 1) * perPage })

/** Returns how many open alerts are a person's own, and how many their team's. */
export const countAlerts = async (
  looking: Looking,
): Promise<{ readonly mine: number; readonly team: number }> => {
  const { rows } = await sql<{ mine: number; team: number }>`
    select count(*) filter (where ${isMine(looking)})::int as mine, count(*) filter (where ${isTeams(looking)})::int as team
    from ${joined} where ${isSeen(looking)} and not ${isPutOff(looking)}`.execute(db())
  return rows[0] ?? { mine: 0, team: 0 }
}

/** Returns what waits for others: what a person gave to somebody else, and what they put off. */
export const waitingFor = (looking: Looking, limit: number): Promise<readonly ListedAlert[]> =>
  readAlerts(
    allOf([
      isSeen(looking),
      sql<boolean>`((alert.assigned_by = ${looking.person} and alert.assigned_to <> ${looking.person})
        or (alert.snoozed_by = ${looking.person} and ${isPutOff(looking)}))`,
    ]),
    looking,
    limit,
  )

/** Returns those of some alerts that are open, and that their reader may see. */
export const alertsOf = (ids: readonly string[], looking: Looking): Promise<readonly ListedAlert[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : readAlerts(
        allOf([isSeen(looking), sql<boolean>`alert.id = any(${[...ids]}::uuid[])`]),
        looking,
        ids.length,
      )

/** Returns the open alerts of one service. */
export const alertsOfService = (service: string, looking: Looking): Promise<readonly ListedAlert[]> =>
  readAlerts(allOf([isSeen(looking), sql<boolean>`alert.service_id = ${service}`]), looking, perPage)
