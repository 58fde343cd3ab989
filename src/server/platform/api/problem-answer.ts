import { z } from 'zod'
import type { Problem } from '../../../core/kit/problems.ts'
import type { WrongField } from './wrong-fields.ts'

/** A problem as RFC 9457 writes it, with what to do next, and each field that is wrong. */
export const problemSchema = z
  .object({
    type: z
      .url()
      .describe('The address of this kind of problem. It stays the same, and is a page that explains it.'),
    title: z.string().describe('What is wrong, in plain words.'),
    status: z.int(),
    code: z.string().describe('The last part of the type: what a program compares.'),
    detail: z.string().describe('What to do next.'),
    instance: z.string().describe('The number of this request, as it stands in the log.'),
    errors: z
      .array(z.object({ field: z.string(), says: z.string(), next: z.string() }))
      .optional()
      .describe('Each field that is wrong, and what to do.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong, and what to do next (RFC 9457).' })

/** Returns the address of a kind of problem in an installation. */
export const typeOf = (address: string, code: string): string => `${address}/api/problems/${code}`

const minute = 60

/** Seconds after which it is worth trying again, where waiting helps. */
const waits: Readonly<Partial<Record<Problem['code'], number>>> = {
  'api-too-many-calls': minute,
  'too-many-writes': minute,
  'idempotency-key-busy': 1,
}

/** Whom a request without a token is told to be: spreadsheets ask for a password only where they are told that one helps. */
const challenge = (asPassword: boolean): string =>
  ['Bearer realm="Plumbline"', ...(asPassword ? ['Basic realm="Plumbline", charset="UTF-8"'] : [])].join(', ')

/** Returns the answer for a problem: what is wrong, and what to do next. Never a stack trace. */
export const problemAnswer = (
  found: Problem,
  given: {
    readonly address: string
    readonly request: string
    readonly fields?: readonly WrongField[]
    readonly asPassword?: boolean
    readonly headers?: Readonly<Record<string, string>>
  },
): Response => {
  const { code, status, says, next } = found
  const { address, request, fields = [], asPassword = false, headers = {} } = given
  const body: z.input<typeof problemSchema> = {
    type: typeOf(address, code),
    title: says,
    status,
    code,
    detail: next,
    instance: `urn:uuid:${request}`,
    ...(fields.length > 0 ? { errors: [...fields] } : {}),
  }
  const wait = waits[code]
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 401 ? { 'www-authenticate': challenge(asPassword) } : {}),
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
      ...headers,
    },
  })
}
