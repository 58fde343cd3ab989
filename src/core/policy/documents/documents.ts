/** Every kind of file that a pack can hold, and what its content must look like. */
import type { z } from 'zod'
import { alertsDocument } from './alerts.ts'
import { caseDocument } from './case.ts'
import { judgementsDocument } from './judgements.ts'
import { monitoringDocument } from './monitoring.ts'
import { packDocument } from './pack.ts'
import { ratingDocument } from './rating.ts'
import { retentionDocument } from './retention.ts'

/** The files that every pack has. */
export const required = {
  'pack.yaml': packDocument,
  'rating.yaml': ratingDocument,
  'monitoring.yaml': monitoringDocument,
}

/** Files that a pack has only where the policy needs them. */
export const optional = {
  'judgements.yaml': judgementsDocument,
  'retention.yaml': retentionDocument,
  'alerts.yaml': alertsDocument,
}

/** Schemas for editors, by the name of the file under `packs/schema/`. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  pack: packDocument,
  rating: ratingDocument,
  monitoring: monitoringDocument,
  judgements: judgementsDocument,
  retention: retentionDocument,
  alerts: alertsDocument,
  case: caseDocument,
}

/** Files that other terms read by schemas of their own, and plain notes. */
const others = [
  'assessment.yaml',
  'suspensions.yaml',
  'concerns.yaml',
  'returns.yaml',
  'sharing.yaml',
  'README.md',
]

const folders = [/^cases\/[^/]+\.yaml$/, /^questions\/.+\.yaml$/]

/** Names of all files that may stand beside each other in a pack. */
export const knownFiles: readonly string[] = [...Object.keys(required), ...Object.keys(optional), ...others]

/** Whether a pack may hold a file at this path. */
export const isKnownFile = (path: string): boolean =>
  knownFiles.includes(path) || folders.some((folder) => folder.test(path))

/** Whether a file is a worked case. */
export const isCase = (path: string): boolean => path.startsWith('cases/')
