/** Every kind of file that a pack can hold, and what its content must look like. */
import type { z } from 'zod'
import { alertsDocument } from './alerts.ts'
import { caseDocument } from './case.ts'
import { intelligenceDocument } from './intelligence.ts'
import { judgementsDocument } from './judgements.ts'
import { monitoringDocument } from './monitoring.ts'
import { packDocument } from './pack.ts'
import { publicationDocument } from './publication.ts'
import { ratingDocument } from './rating.ts'
import { retentionDocument } from './retention.ts'
import { suspensionsDocument } from './suspensions.ts'

/** The documents that every pack has, each in the file of its name. */
export const required = {
  pack: packDocument,
  rating: ratingDocument,
  monitoring: monitoringDocument,
}

/** Documents that a pack has only where the policy needs them. */
export const optional = {
  judgements: judgementsDocument,
  retention: retentionDocument,
  intelligence: intelligenceDocument,
  suspensions: suspensionsDocument,
  publication: publicationDocument,
  alerts: alertsDocument,
}

/** Schemas for editors, by the name of the file under `packs/schema/`. */
export const schemas: Readonly<Record<string, z.ZodType>> = { ...required, ...optional, case: caseDocument }

/** The file in which a document of a pack stands. */
export const fileOf = (document: string): string => `${document}.yaml`

/** Files that other terms read by schemas of their own, and plain notes. */
const others = ['assessment.yaml', 'concerns.yaml', 'returns.yaml', 'sharing.yaml', 'README.md']

const folders = [/^cases\/[^/]+\.yaml$/, /^questions\/.+\.yaml$/]

/** Names of all files that may stand beside each other in a pack. */
export const knownFiles: readonly string[] = [
  ...Object.keys({ ...required, ...optional }).map(fileOf),
  ...others,
]

/** Whether a pack may hold a file at this path. */
export const isKnownFile = (path: string): boolean =>
  knownFiles.includes(path) || folders.some((folder) => folder.test(path))

/** Whether a file is a worked case. */
export const isCase = (path: string): boolean => path.startsWith('cases/')
