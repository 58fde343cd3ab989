/** Conditions of the lists of alerts, as pieces of one query over `alert` and `service`. */
import { type RawBuilder, sql } from 'kysely'
import type { Whose } from '../../../core/alerts/whose.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'

export type Condition = RawBuilder<boolean>

/** Who looks, and when. */
export type Looking = {
  readonly person: string
  readonly authority: string
  readonly whose: Whose
  readonly now: Instant
  readonly today: Day
}

const among = (ids: readonly string[]): Condition => sql<boolean>`alert.rule = any(${[...ids]}::text[])`

/** Whether an alert is a person's own: assigned to them; else theirs by the thing itself, as lead, or by their role. */
export const isMine = ({ person, whose }: Looking): Condition => sql<boolean>`(case
    when alert.assigned_to is not null then alert.assigned_to = ${person}
    when alert.person_id is not null then alert.person_id = ${person}
    when ${among(whose.byRole)} then true
    when service.contract_lead_id is not null then service.contract_lead_id = ${person} and ${among(whose.byLead)}
    else ${among(whose.withoutLead)} and ${among(whose.byLead)} end)`

/** Whether a person's team deals with an alert, or it is their own. */
export const isTeams = (looking: Looking): Condition =>
  sql<boolean>`(${among(looking.whose.team)} or ${isMine(looking)})`

/** Whether a person may see an alert at all. */
export const isSeen = ({ authority, whose }: Looking): Condition =>
  sql<boolean>`alert.authority_id = ${authority} and ${among(whose.seen)}`

/** Whether an alert is put off. On its day it is back. */
export const isPutOff = ({ today }: Looking): Condition =>
  sql<boolean>`coalesce(alert.snoozed_until > ${today}, false)`

/** Whether the time for an alert is over. */
export const isOverdue = ({ now }: Looking): Condition =>
  sql<boolean>`coalesce(alert.overdue_from <= ${now}, false)`

/** Most urgent first: someone at risk, then what must be done and is overdue, then the rest of it, then what is to be known. */
export const byUrgency = (looking: Looking) => sql`case when alert.urgency = 0 then 0
    when alert.urgency = 2 then 3 when ${isOverdue(looking)} then 1 else 2 end,
  alert.overdue_from nulls last, alert.since, alert.id`
