import type { z } from 'zod'
import { type Scope, scopes } from '../../../core/people/scopes.ts'
import type { EventKind } from '../events/event.ts'
import type { Sensitive } from '../http/route.ts'
import type { Asking } from './asking.ts'

/** What an operation answers with: JSON by a schema, or data as a file, which is kept in the trail. */
export type Gives =
  | { readonly type: 'application/json'; readonly schema: z.ZodType; readonly status: 200 | 201 }
  | { readonly type: 'text/csv'; readonly columns: readonly ColumnSaid[] }
  | { readonly type: 'application/x-ndjson'; readonly schema: z.ZodType }

/** A column of a file, and what stands in it. */
export type ColumnSaid = { readonly name: string; readonly says: string }

/** An operation is all that there is to know of an address of the API, on one entry of its slice's table. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Beneath /api/v1. A part such as `:service` is an id. */
  readonly path: string
  /** What the token must have been given; null where any token that works may ask. */
  readonly scope: Scope | null
  /** What it does, in a few words: `List services`. */
  readonly does: string
  /** What else there is to know, in whole sentences. */
  readonly says?: string
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly gives: Gives
  /** Set where it shows something sensitive: which token reads it is kept, before it is shown. */
  readonly reads?: Sensitive
  /** Set on what writes: under which event. */
  readonly audit?: EventKind
  /** The pages' routes whose work it does: `POST /contracts/new`. */
  readonly like?: readonly string[]
  /** A body that works, for the description and the tests; ids in it are replaced there. */
  readonly example?: object
  /** Where what was made can be read again, beneath /api/v1. */
  readonly at?: (answered: unknown) => string
  readonly handle: (asking: Asking) => Promise<unknown>
}

/** What a schema answers with, as code gives it: nothing in it is changed any more. */
export type Said<Value> = Value extends readonly (infer Item)[]
  ? readonly Said<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Said<Value[Key]> }
    : Value

type Row<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = Omit<
  Operation,
  'query' | 'body' | 'gives' | 'at' | 'handle'
> & {
  readonly at?: (answered: Said<z.input<Answer>>) => string
  readonly query?: Query
  readonly body?: Body
  /** What is answered: whatever the schema does not name, does not leave. */
  readonly answer: Answer
  readonly handle: (asking: Asking<z.output<Query>, z.output<Body>>) => Promise<Said<z.input<Answer>>>
}

/** Returns an operation that answers with JSON. One schema is the door for what comes in, and its description. */
export const operation = <Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>({
  answer,
  ...row
}: Row<Query, Body, Answer>): Operation =>
  // The door reads query and body by these very schemas before it calls; the compiler cannot follow it there.
  ({
    ...row,
    gives: { type: 'application/json', schema: answer, status: row.method === 'POST' ? 201 : 200 },
  }) as unknown as Operation

/** Returns the area of an operation, by which descriptions are ordered. */
export const areaOf = ({ scope }: Operation): string => (scope === null ? 'Tokens' : scopes[scope].area)

/** Whether an operation writes: a file of data writes that it was taken. */
export const writes = ({ method, gives }: Operation): boolean =>
  method !== 'GET' || gives.type !== 'application/json'
