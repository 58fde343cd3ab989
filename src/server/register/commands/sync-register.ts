import type { LocationRecord } from '../../../core/register/location.ts'
import type { Actor } from '../../platform/actor.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { type Ground, unitOfWork } from '../../platform/database/unit-of-work.ts'
import type { CqcClient } from '../cqc-api/client.ts'
import { syncLocations } from '../cqc-api/sync.ts'
import { syncScope, syncState } from '../queries/sync-scope.ts'
import type { RejectedRow } from './batches.ts'
import type { FileReport, Progress } from './import-file.ts'
import { saveSync } from './save-sync.ts'
import { nothingTaken, took } from './taken.ts'

/**
 * Brings the register into step with CQC's API, checkpoint by checkpoint, each in a unit of work of its own: what was
 * taken in is kept, whatever happens next, and a sync that broke off goes on from there. It runs outside a unit of
 * work, for it waits for CQC. Throws the faults of the client.
 */
export const syncRegister = async (
  on: Ground,
  actor: Actor,
  client: Pick<CqcClient, 'location' | 'locationsOf' | 'changes'>,
  progress: Progress = () => {},
): Promise<FileReport> => {
  const [scope, before] = await unitOfWork(on, actor, 'read', async () => [
    await syncScope(),
    await syncState(),
  ])
  const taken = nothingTaken()
  const rejected: RejectedRow[] = []
  let rows = 0
  let records: LocationRecord[] = []
  for await (const step of syncLocations({ client, ...scope }, before, on.clock)) {
    if (step.kind === 'checkpoint') {
      const batch = records
      took(
        taken,
        await unitOfWork(on, actor, 'write', async () => {
          await allowLongWork()
          return saveSync(batch, step.state)
        }),
      )
      records = []
      await progress(rows)
      continue
    }
    rows += 1
    if (step.kind === 'location') records.push(step.record)
    if (step.kind === 'gone')
      rejected.push({ row: rows, reason: `${step.id}: CQC no longer answers for this id` })
    if (step.kind === 'rejected') rejected.push({ row: rows, reason: `${step.id}: ${step.reason}` })
  }
  return {
    file: 'CQC’s API',
    format: 'cqc-api',
    rows,
    locations: { added: taken.added.size, changed: taken.changed.size, unchanged: taken.unchanged.size },
    rejected,
    providers: 0,
  }
}
