import { setTimeout } from 'node:timers/promises'
import type { Instant } from '../../../core/kit/days.ts'
import { neededText } from '../../../core/register/fields.ts'
import { type LocationRecord, readLocation } from '../../../core/register/location.ts'
import { type ProviderRecord, readProvider } from '../../../core/register/provider.ts'
import { type Read, read } from '../../../core/register/read.ts'
import { readLocationSummary, type Summary } from '../../../core/register/summary.ts'
import type { Say } from '../../platform/jobs/jobs.ts'
import { askingAgain } from './ask.ts'
import { exchangeOver } from './exchange.ts'
import { cqcAddress, politeCallsAMinute } from './settings.ts'
import { takingTurns, type Wait } from './turns.ts'
import { wholeList } from './whole-list.ts'

/**
 * CQC's API. A record is itself, why it was refused, or `gone`: CQC no longer answers for that id, which says nothing
 * about the registration. Every method may throw `cqc-key-refused`, `cqc-busy` or `cqc-unavailable`, the lists also
 * `cqc-refused`.
 */
export type CqcClient = {
  readonly location: (id: string) => Promise<Read<LocationRecord> | 'gone'>
  readonly provider: (id: string) => Promise<Read<ProviderRecord> | 'gone'>
  /** All locations of a local authority by CQC's name of it (`Oldham`), deregistered ones too, each once. */
  readonly locationsOf: (localAuthority: string) => AsyncIterable<Summary>
  /** The ids of what changed in all England between two moments, each once. Some may be gone. */
  readonly changes: (of: 'location' | 'provider', from: Instant, to: Instant) => AsyncIterable<string>
}

/** What a client is made of. All but the first three is for tests, or has a good default. */
export type CqcClientOptions = {
  readonly key: string
  /** Names us to CQC, which refuses the nameless: `Plumbline/0.1.0`. */
  readonly userAgent: string
  readonly say: Say
  readonly address?: string
  readonly callsAMinute?: number
  readonly timeout?: number
  readonly fetch?: typeof fetch
  readonly wait?: Wait
  readonly random?: () => number
  /** Ends everything under way, waits too. */
  readonly signal?: AbortSignal
}

/** How many calls may be under way. */
export const callsAtOnce = 5

const minute = 60_000
const longestAnswer = 30_000

/** Ids are not all `1-...`: `RM317`, `5J501`. Anything else could lead to another path. */
const cqcId = /^[\w-]+$/

const readChange = (json: unknown): Read<string> => read(neededText, json)

/** CQC's API takes seconds, without a fraction. */
const seconds = (at: Instant): string => `${at.slice(0, 19)}Z`

/** Returns a client of CQC's API. */
export const cqcClient = (options: CqcClientOptions): CqcClient => {
  const {
    key,
    say,
    signal,
    address = cqcAddress,
    callsAMinute = politeCallsAMinute,
    random = Math.random,
  } = options
  const userAgent = options.userAgent.trim()
  if (userAgent === '') throw new Error('CQC’s API refuses callers without a User-Agent: give one.')
  const wait: Wait =
    options.wait ?? ((milliseconds) => setTimeout(milliseconds, undefined, signal && { signal }))
  const exchange = exchangeOver({
    address,
    key,
    userAgent,
    timeout: options.timeout ?? longestAnswer,
    fetch: options.fetch ?? fetch,
    signal,
  })
  const turns = takingTurns(callsAtOnce, minute / callsAMinute, wait)
  const ask = askingAgain({ exchange, turns, wait, random, say })
  const one = async <Found extends { readonly id: string }>(
    list: string,
    id: string,
    readOne: (json: unknown) => Read<Found>,
  ): Promise<Read<Found> | 'gone'> => {
    if (!cqcId.test(id)) return { ok: false, reason: 'this is no id of CQC’s' }
    const answer = await ask(`${list}/${id}`)
    if (answer.kind === 'gone') return 'gone'
    if (answer.kind !== 'json') return { ok: false, reason: answer.why }
    const found = readOne(answer.json)
    return found.ok && found.value.id !== id
      ? { ok: false, reason: 'it answered with the record of another id' }
      : found
  }
  return {
    location: (id) => one('locations', id, readLocation),
    provider: (id) => one('providers', id, readProvider),
    locationsOf: (localAuthority) =>
      wholeList(
        ask,
        { path: 'locations', query: { localAuthority }, key: 'locations' },
        readLocationSummary,
        ({ id }) => id,
        say,
      ),
    changes: (of, from, to) =>
      wholeList(
        ask,
        {
          path: `changes/${of}`,
          query: { startTimestamp: seconds(from), endTimestamp: seconds(to) },
          key: 'changes',
        },
        readChange,
        (id) => id,
        say,
      ),
  }
}
