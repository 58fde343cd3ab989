import type { Disposable } from '../platform/disposable.ts'
import type { Scheduled } from '../platform/jobs/schedule.ts'
import { proposeDisposals } from './commands/propose.ts'

/** Proposes once a week what is due. It erases nothing: a person decides. */
export const retentionScheduled = (disposables: readonly Disposable[]): readonly Scheduled[] => [
  { name: 'retention.propose', cron: '40 4 * * 1', run: () => proposeDisposals(disposables) },
]
