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
    async (event) => {
      if (said.length === 0) return
      const common = {
        contract_id: contract.id,
        authority_id: contract.authority,
        recorded_at: now(),
        event_id: event.id,
      }
      await db()
        .insertInto('contract_monitoring')
        .values(
          said.map(({ activity, asksFor, everyMonths }) => ({
            ...common,
            activity,
            asks_for: asksFor,
            every_months: everyMonths,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['contract_id', 'activity']).doUpdateSet((set) => ({
            asks_for: set.ref('excluded.asks_for'),
            every_months: set.ref('excluded.every_months'),
            recorded_at: set.ref('excluded.recorded_at'),
            event_id: set.ref('excluded.event_id'),
          })),
        )
        .execute()
    },
  )
  await replan([contract.service], 'contract')
}
