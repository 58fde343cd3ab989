import type { z } from 'zod'
import { listed, nearest } from './words.ts'

/** One thing that is wrong with what came in: where, what, and what to do about it. */
export type Complaint = {
  readonly path: readonly PropertyKey[]
  readonly says: string
  readonly next: string
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaints: readonly Complaint[] }

const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a set of keys',
  record: 'a set of keys',
  array: 'a list',
}

/** Returns a value as it can be quoted in one short line. */
export const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

/** Returns the advice for a name that is not among the candidates. */
export const adviceFor = (written: string, candidates: readonly string[]): string => {
  const meant = nearest(written, candidates)
  if (meant !== null) return `Did you mean ${quoted(meant)}?`
  return candidates.length === 0 ? 'Take it out.' : `Known here: ${listed(candidates)}.`
}

/** Whether a check of ours must run although a field before it was wrong: all faults are reported, not the first. */
export const always = { when: () => true }

// Which keys an object knows is seen only while zod reports; so the report carries them to `complaintsOf`.
const reporter: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return JSON.stringify(knownKeys(issue.inst))
  if (issue.input === undefined) return 'It is missing.'
  if (issue.code === 'invalid_value') return `${quoted(issue.input)} is not known here.`
  if (issue.code === 'invalid_type')
    return `${quoted(issue.input)} is not ${wanted[issue.expected] ?? `of the type ${issue.expected}`}.`
  return `${quoted(issue.input)} cannot stand here.`
}

type Insides = {
  readonly shape?: object
  readonly keyType?: { readonly _zod?: { readonly def?: { readonly entries?: object } } }
}

const knownKeys = (schema: unknown): readonly string[] => {
  const def = (schema as { readonly _zod?: { readonly def?: Insides } } | undefined)?._zod?.def
  return Object.keys(def?.shape ?? def?.keyType?._zod?.def?.entries ?? {})
}

const adviceOn = (issue: z.core.$ZodIssue, written: unknown): string => {
  const next = issue.code === 'custom' ? issue.params?.next : undefined
  if (typeof next === 'string') return next
  if (issue.code === 'invalid_value') return adviceFor(String(written ?? ''), issue.values.map(String))
  if (issue.code === 'invalid_union' && 'options' in issue)
    return adviceFor(String(written ?? ''), (issue.options ?? []).map(String))
  if (issue.code === 'invalid_type') return `Give ${wanted[issue.expected] ?? `a ${issue.expected}`}.`
  if (issue.code === 'too_small') return `Give at least ${issue.minimum}.`
  return 'Compare it with the same place in another pack.'
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )

const complaintsOf = (issue: z.core.$ZodIssue, value: unknown): readonly Complaint[] => {
  if (issue.code === 'unrecognized_keys') {
    const known: readonly string[] = JSON.parse(issue.message)
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      says: `The key ${quoted(key)} is not known here.`,
      next: adviceFor(key, known),
    }))
  }
  const written = at(value, issue.path)
  // A union without a match quotes the whole object; the key that should have chosen is what to look at.
  const says =
    issue.code === 'invalid_union' && 'options' in issue
      ? `${quoted(written)} is not known here.`
      : issue.message
  return [{ path: issue.path, says, next: adviceOn(issue, written) }]
}

/** Returns the value that a schema makes of what came in, or everything that is wrong with it. */
export const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> => {
  const result = schema.safeParse(value, { error: reporter })
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, complaints: result.error.issues.flatMap((issue) => complaintsOf(issue, value)) }
}
