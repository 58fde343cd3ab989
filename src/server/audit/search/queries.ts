import { sql } from 'kysely'
import { endOf, type Instant, plusDays } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Told } from '../told.ts'
import { toldEvents, toldOf } from '../told-events.ts'
import type { AuditSearch } from './asked-for.ts'

/** Somebody opened a sensitive page. */
export type ToldAccess = {
  readonly id: number
  readonly by: string
  readonly actedAs: string
  readonly at: Instant
  readonly shows: string
  readonly subject: { readonly kind: string; readonly id: string }
}

type Page = { readonly before: number | null; readonly limit: number }

/** The first instant of the search, and the first after it. */
const spanOf = ({ from, to }: AuditSearch) => ({
  begins: from === null ? null : endOf(plusDays(from, -1)),
  ends: to === null ? null : endOf(to),
})

/** Returns events of the actor's authority and of the shared register, newest first, by number: the order in which they came. */
export const findEvents = async (search: AuditSearch, { before, limit }: Page): Promise<readonly Told[]> => {
  const { begins, ends } = spanOf(search)
  const { person, kind, subjectKind, subject } = search
  const rows = await toldEvents()
    .$if(person === 'system', (query) => query.where('e.actor_kind', '=', 'system'))
    .$if(person !== null && person !== 'system', (query) => query.where('e.actor_id', '=', person))
    .$if(kind !== null, (query) => query.where('e.kind', '=', kind))
    .$if(subjectKind !== null, (query) => query.where('e.subject_kind', '=', subjectKind))
    .$if(subject !== null, (query) => query.where('e.subject_id', '=', subject))
    .$if(begins !== null, (query) => query.where('e.recorded_at', '>=', begins))
    .$if(ends !== null, (query) => query.where('e.recorded_at', '<', ends))
    .$if(before !== null, (query) => query.where('e.id', '<', before))
    .limit(limit)
    .execute()
  return rows.map(toldOf)
}

/** Returns who opened which sensitive page, newest first. */
export const findAccesses = async (
  search: AuditSearch,
  { before, limit }: Page,
): Promise<readonly ToldAccess[]> => {
  const { begins, ends } = spanOf(search)
  const { person, kind, subjectKind, subject } = search
  const rows = await db()
    .selectFrom('access_log_now as a')
    .leftJoin('person', 'person.id', 'a.person_id')
    .leftJoin('api_token_now as token', 'token.id', 'a.token_id')
    .select([
      'a.id',
      'a.acted_as',
      'a.shows',
      'a.subject_kind',
      'a.subject_id',
      'a.recorded_at',
      'person.name',
      'token.name as token',
    ])
    .$if(person !== null && person !== 'system', (query) => query.where('a.person_id', '=', person))
    .$if(person === 'system', (query) => query.where(sql<boolean>`false`))
    .$if(kind !== null, (query) => query.where('a.shows', '=', kind))
    .$if(subjectKind !== null, (query) => query.where('a.subject_kind', '=', subjectKind))
    .$if(subject !== null, (query) => query.where('a.subject_id', '=', subject))
    .$if(begins !== null, (query) => query.where('a.recorded_at', '>=', begins))
    .$if(ends !== null, (query) => query.where('a.recorded_at', '<', ends))
    .$if(before !== null, (query) => query.where('a.id', '<', before))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: Number(row.id),
    by: row.name ?? row.token ?? 'A person who is no longer known',
    actedAs: row.acted_as ?? '',
    at: row.recorded_at as Instant,
    shows: row.shows ?? '',
    subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' },
  }))
}

/** Returns the people whom a search can be for: the council's own. */
export const people = async (authority: string) =>
  db()
    .selectFrom('council_person_now')
    .where('authority_id', '=', authority)
    .select(['id', 'name'])
    .orderBy('name')
    .$narrowType<{ id: string; name: string }>()
    .execute()
