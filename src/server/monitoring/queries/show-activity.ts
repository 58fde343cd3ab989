import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Because } from '../../../core/monitoring/because.ts'
import type { Moved } from '../../../core/monitoring/changes.ts'
import type { Attended } from '../../../core/monitoring/hold-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { ActivityState } from './service-plan.ts'

/** An activity with its record, as the council reads it. */
export type ShownActivity = {
  readonly id: string
  readonly authority: string
  readonly service: { readonly id: string; readonly name: string }
  readonly contract: { readonly id: string; readonly reference: string; readonly lead: string | null } | null
  readonly activity: string
  readonly name: string
  readonly version: number
  readonly state: ActivityState
  readonly due: Day | null
  readonly arrangedFor: Day | null
  readonly atTime: string | null
  readonly place: string | null
  readonly form: string | null
  readonly heldOn: Day | null
  readonly person: { readonly id: string; readonly name: string } | null
  readonly byProvider: boolean
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
    .selectAll('activity')
    .select(['record.because', 'record.moved', 'record.occasion', 'record.reason', 'record.attendance'])
    .select(['record.notes', 'record.checks', 'record.record_due', 'record.record_sent_on'])
    .select([
      'service_now.name as service',
      'contract_now.reference',
      'contract_now.lead_id',
      'person.name as person',
    ])
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'activity', id })
  return {
    id,
    authority: row.authority_id,
    service: { id: row.service_id, name: row.service },
    contract:
      row.contract_id === null || row.reference === null
        ? null
        : { id: row.contract_id, reference: row.reference, lead: row.lead_id },
    activity: row.activity,
    name: row.name,
    version: row.version,
    state: row.state as ActivityState,
    due: row.due,
    arrangedFor: row.arranged_for,
    atTime: row.at_time,
    place: row.place,
    form: row.form,
    heldOn: row.held_on,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person ?? '' },
    byProvider: row.by_provider,
    announced: row.announced,
    counts: row.counts,
    // Written by this slice's own commands from these types; nobody else writes them.
    because: row.because as Because | null,
    moved: row.moved as Moved | null,
    occasion: row.occasion,
    reason: row.reason,
    attendance: row.attendance as readonly Attended[],
    notes: row.notes as Readonly<Record<string, string>>,
    checks: row.checks as readonly string[],
    recordDue: row.record_due,
    recordSentOn: row.record_sent_on,
    recordedAt: row.recorded_at,
  }
}
