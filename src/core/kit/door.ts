import type { z } from 'zod'
import { quoted, textIn } from './plain.ts'
import { empty, missing, type Report, reporter, reportOf, wanted } from './report.ts'
import { thingAt } from './thing.ts'
import { listed, nearest } from './words.ts'

export { quoted } from './plain.ts'
export { missing } from './report.ts'

/** One thing that is wrong with what came in: where, what, and what to do about it. */
export type Complaint = {
  readonly path: readonly PropertyKey[]
  readonly says: string
  readonly next: string
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaints: readonly Complaint[] }

/** Returns the advice for a name that is not among the candidates. */
export const adviceFor = (written: string, candidates: readonly string[]): string => {
  const meant = nearest(written, candidates)
  if (meant !== null) return `Did you mean ${quoted(meant)}?`
  return candidates.length === 0 ? 'Take it out.' : `Known here: ${listed(candidates)}.`
}

/** Whether a check of ours must run although a field before it was wrong: all faults are reported, not the first. */
export const always = { when: () => true }

const adviceOnType = (expected: string, { keys, least }: Report, written: unknown): string => {
  const what = wanted[expected] ?? `a ${expected}`
  if (expected === 'array')
    return least > 0 ? `Give a list with ${least} or more items.` : 'Give a list, or [] if there is none.'
  const needed = keys.filter(([, isOptional]) => !isOptional).map(([key]) => key)
  const based = keys.some(([key]) => key === 'assumption') ? ', and source or assumption' : ''
  if (expected === 'object' && needed.length > 0) return `Give its keys: ${listed(needed)}${based}.`
  const text = expected === 'string' ? textIn(written) : null
  return text === null ? `Give ${what}.` : `Write ${quoted(text)} alone.`
}

const adviceOn = (issue: z.core.$ZodIssue, report: Report, written: unknown, otherwise: string): string => {
  const next = issue.code === 'custom' ? issue.params?.next : undefined
  if (typeof next === 'string') return next
  if (issue.code === 'invalid_value') return choice(written, issue.values.map(String))
  if (issue.code === 'invalid_union' && 'options' in issue)
    return choice(written, (issue.options ?? []).map(String))
  if (issue.code === 'invalid_type') return adviceOnType(issue.expected, report, written)
  if (issue.code === 'too_small') return `Give ${issue.minimum} or more.`
  if (issue.code === 'invalid_union') return 'Write one of the two.'
  return otherwise
}

const choice = (written: unknown, known: readonly string[]): string =>
  written === undefined || written === null
    ? `Give one of: ${listed(known, 'or')}.`
    : adviceFor(String(written), known)

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Puts the name of the place where a sentence says `It`. */
const named = (says: string, things: readonly string[]): string => {
  const [own, ...around] = things
  if (own === undefined || !says.startsWith('It ')) return says
  if (says.startsWith('It is missing') && around.length > 0)
    return says.replace('It is missing', () => `${capital(own)} is missing from ${around.join(' of ')}`)
  return says.replace('It', () => capital(things.join(' of ')))
}

const saidOf = (issue: z.core.$ZodIssue, report: Report, written: unknown): string => {
  // A schema of ours may say what a wrong value is not; of one that is not there, only that it is missing is true.
  if (written === undefined && issue.code !== 'custom') return missing
  if (issue.code !== 'invalid_union' || !('options' in issue)) return report.says
  // A union without a match quotes the whole object; the key that should have chosen is what to look at.
  return written === null ? empty : `${quoted(written)} is not known here.`
}

const complaintsOf = (issue: z.core.$ZodIssue, value: unknown, otherwise: string): readonly Complaint[] => {
  const report = reportOf(issue.message)
  if (issue.code === 'unrecognized_keys') {
    const known = report.keys.map(([key]) => key)
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      says: `The key ${quoted(key)} is not known here.`,
      next: adviceFor(key, known),
    }))
  }
  const written = at(value, issue.path)
  return [
    {
      path: issue.path,
      says: named(saidOf(issue, report, written), thingAt(value, issue.path)),
      next: adviceOn(issue, report, written, otherwise),
    },
  ]
}

/**
 * Returns the value that a schema makes of what came in, or everything that is wrong with it. `otherwise` is the advice
 * where there is none of its own.
 */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  otherwise = 'Compare it with the same place in another pack.',
): Parsed<z.output<Schema>> => {
  const result = schema.safeParse(value, { error: reporter })
  if (result.success) return { ok: true, value: result.data }
  return {
    ok: false,
    complaints: result.error.issues.flatMap((issue) => complaintsOf(issue, value, otherwise)),
  }
}
