import type { Context } from 'hono'
import { fault } from '../../../core/kit/problems.ts'
import type { Permission } from '../../../core/people/permissions.ts'
import { allows } from '../../../core/people/roles.ts'
import type { Signed } from './signed.ts'

/** What a handler is asked: the request, read and typed. */
export type Asked = {
  readonly context: Context
  readonly url: URL
  /** Who asks; null for anyone who is not signed in. */
  readonly signed: Signed | null
  /** A part of the path: `:id`. */
  readonly part: (name: string) => string
  /** A part of the path that is an id. Throws `not-found` where it cannot be one, so that no query is asked in vain. */
  readonly id: (name: string) => string
  /** A word of the query; null where it is absent or empty. */
  readonly query: (name: string) => string | null
  /** The fields of a sent form, each as a list of texts. */
  readonly form: () => Promise<Form>
  readonly may: (permission: Permission) => boolean
}

/** A sent form. Absent fields are empty. */
export type Form = {
  readonly one: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

/** Whether a text is an id of ours: a UUID in lower case. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const readForm = async (context: Context): Promise<Form> => {
  const data = await context.req.formData().catch(() => {
    throw fault('bad-request', { what: 'What was sent is not a form.' })
  })
  const texts = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string')
  return { one: (name) => texts(name)[0] ?? '', all: texts }
}

/** Returns what a handler needs of a request. */
export const askedOf = (context: Context, signed: Signed | null): Asked => {
  const url = new URL(context.req.url)
  return {
    context,
    url,
    signed,
    part: (name) => context.req.param(name) ?? '',
    id: (name) => {
      const given = context.req.param(name) ?? ''
      if (!isId(given)) throw fault('not-found', { what: name, id: given })
      return given
    },
    query: (name) => url.searchParams.get(name)?.trim() || null,
    form: () => readForm(context),
    may: (permission) => signed !== null && allows(signed.roles, permission),
  }
}
