import type { Say } from '../../platform/jobs/jobs.ts'
import { type CqcClient, cqcClient } from './client.ts'
import type { CqcSettings } from './settings.ts'

/** Returns the client of this installation. */
export const ownClient = (settings: CqcSettings, say: Say): CqcClient =>
  cqcClient({ ...settings, userAgent: 'Plumbline', say })
