/** A client of the test server, for which no time passes. */
import assert from 'node:assert/strict'
import { isFault, type ProblemCode } from '../../../src/core/kit/problems.ts'
import {
  type CqcClient,
  type CqcClientOptions,
  cqcClient,
} from '../../../src/server/register/cqc-api/client.ts'
import { type CqcServer, key } from './cqc-server.ts'

export type Asking = {
  readonly client: CqcClient
  /** The waits between tries, in milliseconds. */
  readonly waits: readonly number[]
  readonly said: readonly string[]
}

export const asking = ({ address }: CqcServer, options: Partial<CqcClientOptions> = {}): Asking => {
  const waits: number[] = []
  const said: string[] = []
  const client = cqcClient({
    address,
    key,
    userAgent: 'Plumbline/test',
    callsAMinute: Number.POSITIVE_INFINITY,
    random: () => 1,
    say: (text) => {
      assert.doesNotMatch(text, new RegExp(key), 'the key is never said')
      said.push(text)
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
    ...options,
  })
  return { client, waits, said }
}

/** Whether something fails with a problem of the catalogue in these words, and without the key. */
export const failsWith = (code: ProblemCode, says: RegExp) => (error: unknown) => {
  assert.ok(isFault(error), String(error))
  assert.equal(error.problem.code, code)
  assert.match(error.message, says)
  assert.doesNotMatch(error.message, new RegExp(key))
  return true
}
