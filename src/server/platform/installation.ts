import type { OidcSettings } from './oidc-settings.ts'

/** What an installation decides for itself, wherever it is used: addresses, how long sessions last, how mail goes. */
export type Installation = {
  /** Where people reach it, without a slash at the end: links in mail begin with it. */
  readonly address: string
  /** Whether cookies and links are for https whatever a request looks like: true where PUBLIC_URL says so. */
  readonly secure: boolean
  /** Addresses of the proxies whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[]
  /** A session ends after so many minutes without a request, and after so many hours at the latest. */
  readonly sessionIdleMinutes: number
  readonly sessionHours: number
  readonly invitationDays: number
  /** For a new password, and for confirming a new address. */
  readonly linkMinutes: number
  /** From the password to the second factor. */
  readonly pendingMinutes: number
  /** How mail goes out; null where it waits on the page of mail. */
  readonly mail: { readonly smtp: string; readonly from: string } | null
  /** Where breached passwords are asked for; null where they are not. */
  readonly breachedPasswords: string | null
  /** Where weaknesses are reported, as an address of mail or of a page; null where the installation names nobody. */
  readonly securityContact: string | null
  /** How many forms a person may send in a minute, and how many anyone from one source who is not signed in. */
  readonly writesOfPerson: number
  readonly writesOfSource: number
  /** How many calls of the API a token may make in a minute. */
  readonly callsOfToken: number
  /** How many pages a person may read in a minute, and how many anyone from one source who is not signed in. */
  readonly readsOfPerson: number
  readonly readsOfSource: number
  /** How the council's people sign in by its identity provider; null where they do not. */
  readonly oidc: OidcSettings | null
  /** The keys of second steps, or the file that holds them; null where they stand in the data folder. */
  readonly secondStepKeys: { readonly text?: string; readonly file?: string } | null
}

/**
 * What holds where nothing is set. An hour without a request is NIST's limit for two factors (SP 800-63B); twelve hours
 * are a working day with its travel, so that a tablet left behind is worth nothing the next morning. Two forms a second
 * are more than anyone types, and an office that signs in behind one address in the morning stays well below five. Ten
 * pages a second are more than anyone reads.
 */
export const ordinaryInstallation: Installation = {
  address: 'http://127.0.0.1:3000',
  secure: false,
  trustedProxies: [],
  sessionIdleMinutes: 60,
  sessionHours: 12,
  invitationDays: 7,
  linkMinutes: 60,
  pendingMinutes: 15,
  mail: null,
  breachedPasswords: null,
  securityContact: null,
  writesOfPerson: 120,
  writesOfSource: 300,
  callsOfToken: 600,
  readsOfPerson: 600,
  readsOfSource: 1200,
  oidc: null,
  secondStepKeys: null,
}
