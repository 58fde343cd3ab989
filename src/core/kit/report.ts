/** What zod reports while it reads, in our words. */
import type { z } from 'zod'
import { quoted, shapeOf } from './plain.ts'

/** What a place needs, in words, by the name that zod has for it. */
export const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a set of keys',
  record: 'a set of keys',
  array: 'a list',
}

/** What is said of a key that is not there; `parse` puts the names of the key and of what it belongs to. */
export const missing = 'It is missing.'

/** Writes what `reportOf` reads: what the advice needs of a schema can be seen only while zod reports. */
export const reporter: z.core.$ZodErrorMap = (issue) =>
  JSON.stringify({ says: saysOf(issue), keys: keysOf(issue.inst), least: leastOf(issue.inst) })

/** What is said of a key with nothing behind it. */
export const empty = 'It has nothing behind it.'

const saysOf = ({ input, ...issue }: z.core.$ZodRawIssue): string => {
  if (input === undefined) return missing
  if (issue.code === 'too_small') return 'It has too few items.'
  if (issue.code === 'invalid_value') return `${quoted(input)} is not known here.`
  if (issue.code !== 'invalid_type') return `${quoted(input)} cannot stand here.`
  const what = wanted[issue.expected] ?? `of the type ${issue.expected}`
  if (input === null) return `It has nothing behind it, and needs ${what}.`
  const shape = shapeOf(input)
  return shape === null ? `${quoted(input)} is not ${what}.` : `${shape} stands where ${what} belongs.`
}

type Insides = {
  readonly shape?: Readonly<Record<string, { readonly _zod?: { readonly optin?: string } }>>
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly minimum?: unknown } } }[]
  readonly keyType?: { readonly _zod?: { readonly def?: { readonly entries?: object } } }
}

type Schema = { readonly _zod?: { readonly def?: Insides } }

/** The keys that an object knows, with whether it can do without each. */
type Keys = readonly (readonly [key: string, isOptional: boolean])[]

const keysOf = (schema: unknown): Keys => {
  const { shape, keyType } = (schema as Schema | undefined)?._zod?.def ?? {}
  if (shape !== undefined)
    return Object.entries(shape).map(([key, { _zod }]) => [key, _zod?.optin === 'optional'])
  return Object.keys(keyType?._zod?.def?.entries ?? {}).map((key) => [key, true])
}

const leastOf = (schema: unknown): number =>
  Number((schema as Schema | undefined)?._zod?.def?.checks?.[0]?._zod.def.minimum ?? 0)

/** What zod reported of one fault, with as much of the schema as the advice needs. */
export type Report = { readonly says: string; readonly keys: Keys; readonly least: number }

/** Returns what was reported. A message of a schema of ours comes as it is written there, and never begins with a brace. */
export const reportOf = (message: string): Report =>
  message.startsWith('{') ? JSON.parse(message) : { says: message, keys: [], least: 0 }
