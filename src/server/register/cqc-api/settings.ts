import { fault } from '../../../core/kit/problems.ts'

/** What the environment says about CQC's API. */
export type CqcSettings = {
  readonly key: string
  readonly address: string
  readonly callsAMinute: number
}

/** Where CQC publishes its register, for those with a key. */
export const cqcAddress = 'https://api.service.cqc.org.uk/public/v1'

/**
 * How many calls we make in a minute. CQC's portal publishes no limit; its earlier notes named 600 a minute for each
 * client, and 2,000 for known partners. CQC_API_CALLS_A_MINUTE changes it, within these.
 */
export const politeCallsAMinute = 600
const mostCallsAMinute = 2000

type Environment = Readonly<Record<string, string | undefined>>

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The key travels with every call: over plain http it may go no further than this machine. */
const isAddress = (text: string): boolean => {
  const url = URL.parse(text)
  if (!url || url.username || url.password || url.search || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))
}

// A key is a secret: it is named in a complaint, never shown. `fetch` would show it, for it quotes a bad header.
const keyOf = (given: string): string => {
  if (/^[\x21-\x7e]+$/.test(given)) return given
  throw fault('setting-invalid', {
    name: 'CQC_API_KEY',
    value: 'set',
    why: 'it holds a space, a line break or an accent, which no key has',
    expected: 'to the key as CQC’s developer portal shows it',
  })
}

const addressOf = (given: string): string => {
  if (isAddress(given)) return given.replace(/\/+$/, '')
  throw fault('setting-invalid', {
    name: 'CQC_API_ADDRESS',
    value: 'set',
    why: 'it is not a plain address that begins with https://',
    expected: `to an address such as ${cqcAddress}`,
  })
}

const callsOf = (given: string): number => {
  const calls = Number(given)
  if (Number.isInteger(calls) && calls > 0 && calls <= mostCallsAMinute) return calls
  throw fault('setting-invalid', {
    name: 'CQC_API_CALLS_A_MINUTE',
    value: `"${given}"`,
    why: `it is not a whole number from 1 to ${mostCallsAMinute}`,
    expected: `to a whole number from 1 to ${mostCallsAMinute}`,
  })
}

/**
 * Returns the settings for CQC's API, or null where no key is set: then nothing is fetched.
 * Throws the fault `setting-invalid` that names the setting.
 */
export const readCqcSettings = (environment: Environment): CqcSettings | null => {
  const key = environment.CQC_API_KEY?.trim()
  if (!key) return null
  return {
    key: keyOf(key),
    address: addressOf(environment.CQC_API_ADDRESS?.trim() || cqcAddress),
    callsAMinute: callsOf(environment.CQC_API_CALLS_A_MINUTE?.trim() || String(politeCallsAMinute)),
  }
}

/** Returns the settings for CQC's API. Throws the fault `cqc-key-missing` where no key is set. */
export const neededCqcSettings = (environment: Environment): CqcSettings => {
  const settings = readCqcSettings(environment)
  if (settings === null) throw fault('cqc-key-missing')
  return settings
}
