import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { replan } from './replan.ts'

/** What a contract says of one activity. */
export type Said = {
  readonly activity: string
  readonly asksFor: boolean
  readonly everyMonths: number | null
}

/** Records what a contract itself says of monitoring, and lets its plan follow (B2.11). */
export const sayOfContract = async (
  contract: { readonly id: string; readonly authority: string; readonly service: string },
  said: readonly Said[],
): Promise<void> => {
  await emit(
    {
      kind: 'monitoring.said',
      authority: contract.authority,
      subject: { kind: 'contract', id: contract.id },
      payload: { contract: contract.id, service: contract.service, said },
    },
    (event) =>
      sql`insert into contract_monitoring (contract_id, activity, authority_id, asks_for, every_months, recorded_at, event_id)
        select ${contract.id}, activity, ${contract.authority}, "asksFor", "everyMonths", ${now()}, ${event.id}
        from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as row (activity text, "asksFor" boolean, "everyMonths" integer)
        on conflict (contract_id, activity) do update set asks_for = excluded.asks_for,
          every_months = excluded.every_months, recorded_at = excluded.recorded_at, event_id = excluded.event_id`.execute(
        db(),
      ),
  )
  await replan([contract.service], 'contract')
}
