import { fault } from '../../../core/kit/problems.ts'
import { emit } from '../events/emit.ts'
import type { Asked } from './asked.ts'
import { csvAnswer } from './csv-answer.ts'

/** A file that is no text: its bytes, and of which kind they are. */
type Bytes = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** Data that leaves as a file: what it is, the file's name, its text or bytes, and how many rows of data it has. */
export type Exported = {
  readonly what: string
  readonly file: string
  readonly rows: number
} & ({ readonly csv: string } | Bytes)

const bytesAnswer = (file: string, { bytes, type }: Bytes): Response =>
  new Response(bytes, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` },
  })

/** Writes into the trail that data left a council: from which address, by which filters, and how many rows. */
export const keepExport = async (
  authority: string,
  url: URL,
  { what, rows }: Pick<Exported, 'what' | 'rows'>,
): Promise<void> => {
  const filters = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''))
  await emit({
    kind: 'export.made',
    authority,
    subject: { kind: 'export', id: url.pathname },
    payload: { what, filters, rows },
  })
}

/** Answers with a file for whoever acts in the unit of work, and writes into the trail that it did. */
export const exportedFor = async (authority: string, url: URL, given: Exported): Promise<Response> => {
  await keepExport(authority, url, given)
  return 'csv' in given ? csvAnswer(given.file, given.csv) : bytesAnswer(given.file, given)
}

/**
 * Answers with a file, and writes into the trail who took what, by which filters, and how many rows. The route must
 * say `exports`: else its unit of work only reads, and this throws.
 */
export const exported = async (asked: Asked, given: Exported): Promise<Response> => {
  if (asked.signed === null) throw fault('not-signed-in')
  return exportedFor(asked.signed.authority.id, asked.url, given)
}
