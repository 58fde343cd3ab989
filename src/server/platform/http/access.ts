import type { Actor } from '../actor.ts'
import { db, type Ground, now, unitOfWork } from '../database/unit-of-work.ts'
import type { Asked } from './asked.ts'
import type { Route } from './route.ts'

/** What a sensitive page shows, and of what. */
export type Access = {
  readonly shows: string
  readonly subject: { readonly kind: string; readonly id: string }
}

/** Returns what is kept of opening a page: the last thing that its address names; null where nothing is kept. */
export const accessOf = (route: Route, asked: Asked): Access | null => {
  if (route.method !== 'GET' || route.reads === undefined) return null
  const name = [...route.path.matchAll(/:(\w+)/g)].at(-1)?.[1]
  if (name === undefined) return { shows: route.reads, subject: { kind: 'page', id: asked.url.pathname } }
  // A page of several kinds of thing has both in its address: `/history/:kind/:id`.
  const kind = name === 'id' ? asked.part('kind') : name
  return { shows: route.reads, subject: { kind, id: asked.part(name) } }
}

/** Keeps that somebody asks for a sensitive page, in a unit of work of its own: pages only read. */
const logAccess = async (on: Ground, who: Actor, access: Access): Promise<void> => {
  const [authority] = who.authorities
  if (authority === undefined || who.kind === 'system' || who.from === undefined) return
  const { request } = who.from
  await unitOfWork(on, who, 'write', () =>
    db()
      .insertInto('access_log')
      .values({
        authority_id: authority,
        person_id: who.kind === 'person' ? who.id : null,
        token_id: who.kind === 'token' ? who.id : null,
        acted_as: who.actsAs ?? '',
        shows: access.shows,
        subject_kind: access.subject.kind,
        // An address may hold what no text of PostgreSQL can.
        subject_id: access.subject.id.replaceAll('\0', '�'),
        request_id: request,
        recorded_at: now(),
      })
      .execute(),
  )
}

/** Keeps that somebody who is signed in asked for what their role may not do: by its address, without its ids. */
export const noteRefused = (on: Ground, who: Actor, { method, path }: Route): Promise<void> =>
  logAccess(on, who, { shows: 'refused', subject: { kind: 'page', id: `${method} ${path}` } })

/**
 * Answers, and keeps who asked for what. Both go on at once, so that the page takes no longer; and both are waited
 * for, so that nothing is shown unless it is kept. It is kept also where the page then turns out not to be there.
 */
export const withAccess = async <Result>(
  on: Ground,
  who: Actor,
  access: Access | null,
  answering: () => Promise<Result>,
): Promise<Result> => {
  if (access === null) return answering()
  const [answered, kept] = await Promise.allSettled([answering(), logAccess(on, who, access)])
  if (kept.status === 'rejected') throw kept.reason
  if (answered.status === 'rejected') throw answered.reason
  return answered.value
}
