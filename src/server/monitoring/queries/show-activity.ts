import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Because } from '../../../core/monitoring/because.ts'
import type { Moved } from '../../../core/monitoring/changes.ts'
import type { Attended } from '../../../core/monitoring/hold-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { type ActivityState, type ActivityTold, toldColumns } from './activity-told.ts'

/** An activity with its record, as the council reads it. */
export type ShownActivity = ActivityTold & {
  readonly authority: string
  readonly service: { readonly id: string; readonly name: string }
  readonly contract: { readonly id: string; readonly reference: string; readonly lead: string | null } | null
  readonly version: number
  readonly place: string | null
  readonly form: string | null
  readonly person: { readonly id: string; readonly name: string } | null
  readonly announced: boolean
  readonly counts: boolean
  readonly because: Because | null
  readonly moved: Moved | null
  readonly occasion: string | null
  readonly reason: string | null
  readonly attendance: readonly Attended[]
  readonly notes: Readonly<Record<string, string>>
  readonly checks: readonly string[]
  readonly recordDue: Day | null
  readonly recordSentOn: Day | null
  readonly recordedAt: Instant
}

/** Returns an activity. Throws `not-found` where the actor may not see it. */
export const activityById = async (id: string): Promise<ShownActivity> => {
  const row = await db()
    .selectFrom('activity')
    .innerJoin('activity_record as record', 'record.activity_id', 'activity.id')
    .innerJoin('service_now', 'service_now.id', 'activity.service_id')
    .leftJoin('contract_now', 'contract_now.id', 'activity.contract_id')
    .leftJoin('person', 'person.id', 'activity.person_id')
    .where('activity.id', '=', id)
    .where('activity.state', '<>', 'lapsed')
    .select(toldColumns)
    .select(['activity.authority_id as authority', 'activity.version', 'activity.place', 'activity.form'])
    .select(['activity.announced', 'activity.counts', 'activity.recorded_at as recordedAt'])
    .select(['record.because', 'record.moved', 'record.occasion', 'record.reason', 'record.attendance'])
    .select(['record.notes', 'record.checks', 'record.record_due as recordDue'])
    .select([
      'record.record_sent_on as recordSentOn',
      'activity.service_id',
      'service_now.name as service_name',
    ])
    .select(['activity.contract_id', 'contract_now.reference', 'contract_now.lead_id'])
    .select(['activity.person_id', 'person.name as person_name'])
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'activity', id })
  const { service_id, service_name, contract_id, reference, lead_id, person_id, person_name, ...told } = row
  return {
    ...told,
    service: { id: service_id, name: service_name },
    contract:
      contract_id === null || reference === null ? null : { id: contract_id, reference, lead: lead_id },
    person: person_id === null ? null : { id: person_id, name: person_name ?? '' },
    // Written by this slice's own commands from these types; nobody else writes them.
    state: told.state as ActivityState,
    because: told.because as Because | null,
    moved: told.moved as Moved | null,
    attendance: told.attendance as readonly Attended[],
    notes: told.notes as Readonly<Record<string, string>>,
    checks: told.checks as readonly string[],
  }
}
