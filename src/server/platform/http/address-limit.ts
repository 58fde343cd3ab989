import type { MiddlewareHandler } from 'hono'
import { problem } from '../../../core/kit/problems.ts'
import { errorPage } from './error-page.ts'

/** The longest search with every filter has some hundred letters and a dozen words. */
const mostLetters = 4096
const mostWords = 100

/** Refuses an address that is longer than any of ours, before anything is done with it. */
export const addressLimit: MiddlewareHandler = async (context, next) => {
  const { url } = context.req
  const words = url.split('?')[1]?.split('&').length ?? 0
  if (url.length > mostLetters || words > mostWords) return errorPage(problem('address-too-long'), null)
  return next()
}
