/** From the files of a pack to the policy that they mean, or to everything that is wrong with them. */
import type { z } from 'zod'
import { parse } from '../kit/door.ts'
import type { Problem } from '../kit/problems.ts'
import { checkDocuments } from './check/check.ts'
import { optional, required } from './documents/documents.ts'
import { isLocated, type Located, locate, type PackFile, packFault, placed } from './located.ts'
import type { Policy } from './policy.ts'
import { resolve } from './resolve.ts'

export type PackRead =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly faults: readonly Problem[] }

type Read<Document> = {
  readonly document: Document | null
  readonly located: Located | null
  readonly faults: readonly Problem[]
}

/** Returns one file's document, or null with its faults. */
export const readDocument = <Schema extends z.ZodType>(
  files: readonly PackFile[],
  path: string,
  schema: Schema,
): Read<z.output<Schema>> => {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) {
    const missing = packFault(path, 1, 'The file is missing.', 'Copy it from another pack and change it.')
    return { document: null, located: null, faults: [missing] }
  }
  const located = locate(file)
  if (!isLocated(located)) return { document: null, located: null, faults: located }
  const parsed = parse(schema, located.data)
  if (parsed.ok) return { document: parsed.value, located, faults: [] }
  return { document: null, located, faults: parsed.complaints.map((complaint) => placed(located, complaint)) }
}

const readIfThere = <Schema extends z.ZodType>(
  files: readonly PackFile[],
  path: string,
  schema: Schema,
): Read<z.output<Schema>> | null =>
  files.some((file) => file.path === path) ? readDocument(files, path, schema) : null

/**
 * Returns the policy that a pack's files mean, or every fault of the files that a policy needs.
 * `sha256` is the hash of the whole pack, which core cannot make itself.
 */
export const readPack = (files: readonly PackFile[], sha256: string): PackRead => {
  const pack = readDocument(files, 'pack.yaml', required['pack.yaml'])
  const rating = readDocument(files, 'rating.yaml', required['rating.yaml'])
  const monitoring = readDocument(files, 'monitoring.yaml', required['monitoring.yaml'])
  const judgements = readIfThere(files, 'judgements.yaml', optional['judgements.yaml'])
  const retention = readIfThere(files, 'retention.yaml', optional['retention.yaml'])
  const alerts = readIfThere(files, 'alerts.yaml', optional['alerts.yaml'])
  const faults = [pack, rating, monitoring, judgements, retention, alerts].flatMap(
    (read) => read?.faults ?? [],
  )
  if (
    pack.document === null ||
    rating.document === null ||
    monitoring.document === null ||
    judgements?.document === null ||
    retention?.document === null ||
    alerts?.document === null
  )
    return { ok: false, faults }
  const documents = {
    pack: pack.document,
    rating: rating.document,
    monitoring: monitoring.document,
    ...(judgements === null ? {} : { judgements: judgements.document }),
    ...(retention === null ? {} : { retention: retention.document }),
    ...(alerts === null ? {} : { alerts: alerts.document }),
  }
  const located = {
    pack: pack.located,
    rating: rating.located,
    monitoring: monitoring.located,
    judgements: judgements?.located ?? null,
    retention: retention?.located ?? null,
    alerts: alerts?.located ?? null,
  }
  const wrong = checkDocuments(documents).flatMap(({ document, ...complaint }) => {
    const place = located[document]
    return place === null ? [] : [placed(place, complaint)]
  })
  if (wrong.length > 0) return { ok: false, faults: wrong }
  return { ok: true, policy: resolve(documents, sha256) }
}
