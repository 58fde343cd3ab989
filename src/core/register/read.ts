import type { z } from 'zod'

/** What reading one outside record gives: the record in our own words, or why it was refused. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

const inWords: Readonly<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  array: 'a list',
  object: 'a record of its own',
}

/** What to say where a field's own schema does not: a validator's words are for programmers. */
const error = (issue: { readonly code?: string; readonly expected?: unknown }): string =>
  `expected ${inWords[String(issue.expected)] ?? 'something else'}`

/**
 * Reads JSON by a schema. The reason names the place and what was expected there, never what stood there:
 * reasons are shown and kept, and a record of CQC holds names of people.
 */
export const read = <Out>(schema: z.ZodType<Out>, json: unknown): Read<Out> => {
  const result = schema.safeParse(json, { error })
  if (result.success) return { ok: true, value: result.data }
  const first = result.error.issues[0]
  const where = first?.path.join('.') || 'record'
  return { ok: false, reason: `${where}: ${first?.message ?? 'not as expected'}` }
}
