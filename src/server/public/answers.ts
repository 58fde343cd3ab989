import { createHash } from 'node:crypto'
import type { Asked } from '../platform/http/asked.ts'
import type { Body, Kept } from './kept.ts'

const encoder = new TextEncoder()

/** Returns a text as the body of an answer. */
export const bodyOf = (text: string): Body => {
  const bytes = encoder.encode(text)
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

/** So many answers are kept of one state of a register, and none that is larger: the rest is made when it is asked for. */
const most = { answers: 300, bytes: 4 * 2 ** 20 }

/** Returns the answer that was kept under a name, or makes it and keeps it. `keep` is false for what nobody asks twice. */
export const keptBody = (kept: Kept, name: string, make: () => string, keep = true): Body => {
  const known = kept.answers.get(name)
  if (known !== undefined) return known
  const body = bodyOf(make())
  if (keep && kept.answers.size < most.answers && body.bytes.length <= most.bytes)
    kept.answers.set(name, body)
  return body
}

/** For so many seconds a proxy may answer without asking. A browser asks each time: whoever reloads sees what is so. */
const freshSeconds = 60

/** What anyone may fetch from a page of their own: it is the same for everyone, and no cookie has a say in it. */
const forPrograms = { 'access-control-allow-origin': '*' }

const types = {
  page: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  schema: 'application/schema+json; charset=utf-8',
} as const

/** What an answer is, and who may find it. */
export type PublicAnswer = {
  readonly as: keyof typeof types
  /** Whether a search engine may find it: never what is invented. */
  readonly found: boolean
  /** The name under which a browser saves it. */
  readonly file?: string
}

/** Answers with a body, or with 304 where whoever asks has it already. */
export const publicAnswer = (asked: Asked, body: Body, { as, found, file }: PublicAnswer): Response => {
  const headers = {
    'content-type': types[as],
    etag: body.tag,
    'cache-control': `public, max-age=0, s-maxage=${freshSeconds}`,
    ...(as === 'page' ? {} : forPrograms),
    ...(found ? { 'x-robots-tag': 'all' } : {}),
    ...(file === undefined ? {} : { 'content-disposition': `attachment; filename="${file}"` }),
  }
  const known = asked.context.req.header('if-none-match')?.split(',') ?? []
  const isKnown = known.some((tag) => ['*', body.tag].includes(tag.trim().replace(/^W\//, '')))
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body.bytes, { headers })
}
