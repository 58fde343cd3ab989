import type { Context } from 'hono'
import { z } from 'zod'
import { fault } from '../../../core/kit/problems.ts'
import type { Operation } from './operation.ts'
import { readBy } from './wrong-fields.ts'

/** A list asked for without anything is asked for as usual; what is not known is an error, not passed over. */
const nothing = z.strictObject({})

/** Returns the query of a request, read by the operation's schema. */
export const queryOf = (operation: Operation, url: URL): unknown =>
  readBy(operation.query ?? nothing, Object.fromEntries(url.searchParams), 'api-query-wrong')

/** Returns the text of a request's body; empty where the operation takes none. */
export const bodyText = async (operation: Operation, context: Context): Promise<string> => {
  if (operation.body === undefined) return ''
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw fault('api-body-type')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer())
  } catch {
    throw fault('api-body-unreadable')
  }
}

/** Returns what a body says, read by the operation's schema. */
export const bodyOf = ({ body }: Operation, text: string): unknown => {
  if (body === undefined) return undefined
  try {
    JSON.parse(text)
  } catch {
    throw fault('api-body-unreadable')
  }
  return readBy(body, JSON.parse(text), 'api-fields-wrong')
}
