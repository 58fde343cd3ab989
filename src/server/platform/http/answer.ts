import type { Context } from 'hono'
import { type Html, render } from '../../../ui/html.ts'

/** Returns a page as an answer. */
export const answer = (page: Html, status = 200): Response =>
  new Response(render(page), { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/** Returns a redirect to a page, after an action: the browser asks for it with GET. */
export const seeOther = (address: string): Response =>
  new Response(null, { status: 303, headers: { location: address } })

/** Returns an answer with the cookies that were given on the way: Hono adds them only to answers of its own. */
export const withCookies = (context: Context, given: Response): Response =>
  context.newResponse(given.body, given)

const here = 'http://here.invalid'

/** Browsers take a backslash for a slash, and pass over line ends and tabs. An address of ours has neither. */
const strange = /[^!-[\]-~]/

/** Whether an address is a path of this site: only those are returned to after signing in. Judged as a browser would. */
export const isLocal = (address: string): boolean =>
  address.startsWith('/') &&
  !strange.test(address) &&
  URL.canParse(address, here) &&
  new URL(address, here).origin === here
