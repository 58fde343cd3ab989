import { dayOf } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Permission } from '../../../core/people/permissions.ts'
import { permissionsOf } from '../../../core/people/scopes.ts'
import type { RecordKind } from '../../../core/sharing/fields.ts'
import type { Whose } from '../../../core/sharing/relation.ts'
import { type Moments, type Visible, visible } from '../../../core/sharing/visible.ts'
import { now } from '../database/unit-of-work.ts'
import { isId } from '../http/asked.ts'
import type { Token } from './token.ts'

/** What an operation is asked: read by its schemas, and by which token. */
export type Asking<Query = unknown, Body = unknown> = {
  readonly token: Token
  readonly url: URL
  readonly query: Query
  readonly body: Body
  /** A part of the path: `:service`. Throws `not-found` where it cannot be an id. */
  readonly id: (name: string) => string
  readonly may: (permission: Permission) => boolean
  /** Returns what of a record the token may see. Every case that is answered goes through here. */
  readonly seen: <Kind extends RecordKind, Whole extends object>(
    kind: Kind,
    record: Whole,
    whose: Whose,
    moments?: Moments,
  ) => Visible<Kind, Whole>
}

/** Returns what an operation is asked. */
export const askingOf = (given: {
  readonly token: Token
  readonly url: URL
  readonly query: unknown
  readonly body: unknown
  readonly part: (name: string) => string
}): Asking => {
  const { token, part, ...rest } = given
  const scoped = permissionsOf(token.scopes)
  const asker = {
    side: 'council',
    roles: [],
    scoped,
    authorities: [token.authority],
    services: 'all',
  } as const
  return {
    ...rest,
    token,
    id: (name) => {
      const id = part(name)
      if (!isId(id)) throw fault('not-found', { what: name, id })
      return id
    },
    may: (permission) => scoped.includes(permission),
    seen: (kind, record, whose, moments = {}) =>
      visible(kind, record, { asker, whose, moments, today: dayOf(now()) }),
  }
}
