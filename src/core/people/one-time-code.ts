/** One-time codes by time (RFC 6238) on those by counter (RFC 4226). The keyed hash is an argument: core has none. */
import { base32 } from './base32.ts'

/** Works out the HMAC of a message under the person's secret. */
export type Hmac = (message: Uint8Array) => Uint8Array

// What every authenticator app takes for granted.
const codeSeconds = 30
const codeDigits = 6
/** Clocks differ: the code before and the one after are taken as well. */
const stepsAside = 1

/** Returns the number of the time step that seconds since 1970 fall into. */
export const stepAt = (seconds: number): number => Math.floor(seconds / codeSeconds)

const asMessage = (step: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/** Returns the code of a time step: four bytes of the hash, whose last byte says where they begin. */
export const codeOf = (step: number, hmac: Hmac, digits = codeDigits): string => {
  const hash = hmac(asMessage(step))
  const start = (hash[hash.length - 1] ?? 0) & 0x0f
  const number = new DataView(hash.buffer, hash.byteOffset + start).getUint32(0) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * Returns the step whose code was typed, or null. `used` is the step of the last code that was taken: that one and all
 * before it are worth nothing any more, so that nobody can send again what they saw somebody type.
 */
export const matchingStep = (typed: string, now: number, used: number | null, hmac: Hmac): number | null => {
  const code = typed.replace(/\s/g, '')
  const steps = Array.from({ length: 2 * stepsAside + 1 }, (_, at) => now - stepsAside + at)
  return steps.find((step) => step > (used ?? -1) && codeOf(step, hmac) === code) ?? null
}

/** Returns the address that an app reads from the QR code: whose account it is, and the secret. */
export const appAddress = (secret: Uint8Array, issuer: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
