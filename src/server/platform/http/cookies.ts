import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Installation } from '../installation.ts'
import { isSecure } from './source.ts'

/** The cookies that we set. All hold a random token, of which the database knows a digest. */
export type CookieName =
  | 'plumbline_session'
  | 'plumbline_pending'
  | 'plumbline_oidc'
  | 'plumbline_device'
  | 'plumbline_concern'

/** Over https a browser takes a `__Host-` cookie from this very host only, so that no neighbour can plant one. */
const fullName = (context: Context, name: CookieName, installation: Installation): string =>
  isSecure(context, installation) ? `__Host-${name}` : name

const kept = (context: Context, installation: Installation) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(context, installation) }) as const

/** Returns a new secret that nobody can guess: 256 bits as letters, digits, hyphens and underscores. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Returns the digest under which the database knows a secret token. */
export const digestOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Returns a cookie's value, or undefined. */
export const cookieOf = (context: Context, name: CookieName, on: Installation): string | undefined =>
  getCookie(context, fullName(context, name, on))

/** Gives the browser a cookie for so many seconds. */
export const giveCookie = (
  context: Context,
  name: CookieName,
  value: string,
  seconds: number,
  on: Installation,
): void => setCookie(context, fullName(context, name, on), value, { ...kept(context, on), maxAge: seconds })

/** Takes a cookie back. */
export const dropCookie = (context: Context, name: CookieName, on: Installation): void =>
  void deleteCookie(context, fullName(context, name, on), kept(context, on))
