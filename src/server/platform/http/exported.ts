import { fault } from '../../../core/kit/problems.ts'
import { emit } from '../events/emit.ts'
import type { Asked } from './asked.ts'
import { csvAnswer } from './csv-answer.ts'

/** Data that leaves as a file: what it is, the file's name, its text, and how many rows of data it has. */
export type Exported = {
  readonly what: string
  readonly file: string
  readonly csv: string
  readonly rows: number
}

/**
 * Answers with a file, and writes into the trail who took what, by which filters, and how many rows. The route must
 * say `exports`: else its unit of work only reads, and this throws.
 */
export const exported = async (asked: Asked, { what, file, csv, rows }: Exported): Promise<Response> => {
  if (asked.signed === null) throw fault('not-signed-in')
  const filters = Object.fromEntries([...asked.url.searchParams].filter(([, value]) => value !== ''))
  await emit({
    kind: 'export.made',
    authority: asked.signed.authority.id,
    subject: { kind: 'export', id: asked.url.pathname },
    payload: { what, filters, rows },
  })
  return csvAnswer(file, csv)
}
