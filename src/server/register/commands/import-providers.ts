import { sql } from 'kysely'
import type { ProviderRecord } from '../../../core/register/provider.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Takes a batch of providers into the register, in the unit of work that it is called in. */
export const importProviders = async (providers: readonly ProviderRecord[]): Promise<void> => {
  const byId = new Map(providers.map((provider) => [provider.id, provider]))
  await db()
    .insertInto('cqc_provider')
    .values(
      [...byId.values()].map(({ id, name, ...detail }) => ({
        id,
        name,
        detail: JSON.stringify(detail),
        recorded_at: now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        name: sql.ref('excluded.name'),
        detail: sql.ref('excluded.detail'),
        recorded_at: sql.ref('excluded.recorded_at'),
      }),
    )
    .execute()
}
