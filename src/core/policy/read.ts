/** From the files of a pack to the policy that they mean, or to everything that is wrong with them. */
import type { z } from 'zod'
import { parse } from '../kit/door.ts'
import type { Problem } from '../kit/problems.ts'
import { checkDocuments } from './check/check.ts'
import { fileOf, optional, required } from './documents/documents.ts'
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

type Optional = Pick<Policy['documents'], keyof typeof optional>

/** Returns the optional documents that are there, each read by the schema of its name. */
const readOptional = (files: readonly PackFile[]): readonly (readonly [keyof Optional, Read<unknown>])[] =>
  Object.entries(optional)
    .filter(([name]) => files.some((file) => file.path === fileOf(name)))
    // The names are the table's own: the compiler knows the keys of an object as texts only.
    .map(([name, schema]) => [name as keyof Optional, readDocument(files, fileOf(name), schema)])

/**
 * Returns the policy that a pack's files mean, or every fault of the files that a policy needs.
 * `sha256` is the hash of the whole pack, which core cannot make itself.
 */
export const readPack = (files: readonly PackFile[], sha256: string): PackRead => {
  const pack = readDocument(files, fileOf('pack'), required.pack)
  const rating = readDocument(files, fileOf('rating'), required.rating)
  const monitoring = readDocument(files, fileOf('monitoring'), required.monitoring)
  const others = readOptional(files)
  const faults = [pack, rating, monitoring, ...others.map(([, read]) => read)].flatMap((read) => read.faults)
  if (faults.length > 0 || pack.document === null || rating.document === null || monitoring.document === null)
    return { ok: false, faults }
  const documents: Policy['documents'] = {
    pack: pack.document,
    rating: rating.document,
    monitoring: monitoring.document,
    // Each was read by the schema that stands under its name, which is what the type says of it.
    ...(Object.fromEntries(others.map(([name, { document }]) => [name, document])) as Optional),
  }
  const located: Partial<Record<keyof Policy['documents'], Located | null>> = {
    pack: pack.located,
    rating: rating.located,
    monitoring: monitoring.located,
    ...Object.fromEntries(others.map(([name, read]) => [name, read.located])),
  }
  const wrong = checkDocuments(documents).flatMap(({ document, ...complaint }) => {
    const place = located[document] ?? null
    return place === null ? [] : [placed(place, complaint)]
  })
  if (wrong.length > 0) return { ok: false, faults: wrong }
  return { ok: true, policy: resolve(documents, sha256) }
}
