import { type SqlBool, sql } from 'kysely'
import type { DecisionDocument } from '../../../core/decisions/document.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A document in the list. */
export type DocumentListed = {
  readonly id: string
  readonly session: string
  readonly title: string
  readonly heldOn: Day
  readonly recordedAt: Instant
}

/** A document with what it says, and the digest by which a copy can be compared. */
export type DocumentShown = DocumentListed & {
  readonly authority: string
  readonly sha256: string
  readonly content: DecisionDocument
}

const perPage = 50

/** Returns one page of a council's documents, newest first, and how many there are. */
export const documentsOf = async (
  authority: string,
  page: number,
): Promise<{ documents: readonly DocumentListed[]; pages: number }> => {
  const all = db().selectFrom('decision_document').where('authority_id', '=', authority)
  const { count } = await all
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const documents = await all
    .select(['id', 'session_id as session', 'title', 'held_on as heldOn', 'recorded_at as recordedAt'])
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { documents, pages: Math.max(1, Math.ceil(Number(count) / perPage)) }
}

/** Returns documents of the councils that the actor sees, newest first, from a place on. */
export const documentsAfter = (
  place: readonly [heldOn: string, id: string] | null,
  limit: number,
): Promise<DocumentListed[]> =>
  db()
    .selectFrom('decision_document')
    .$if(place !== null, (query) =>
      query.where(sql<SqlBool>`(held_on, id) < (${place?.[0]}::date, ${place?.[1]}::uuid)`),
    )
    .select(['id', 'session_id as session', 'title', 'held_on as heldOn', 'recorded_at as recordedAt'])
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

const shown = () =>
  db()
    .selectFrom('decision_document')
    .select(['id', 'session_id as session', 'title', 'held_on as heldOn', 'recorded_at as recordedAt'])
    .select(['authority_id as authority', 'sha256', 'content'])

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

// Written by endSession() from the type itself; nobody else writes the table.
const documentOf = (row: Row): DocumentShown => ({ ...row, content: row.content as DecisionDocument })

/** Returns a document. Throws `not-found` where the actor may not see it. */
export const documentById = async (id: string): Promise<DocumentShown> => {
  const row = await shown().where('id', '=', id).executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'document', id })
  return documentOf(row)
}

/** Returns the document that a session ended in, or null where it has none. */
export const documentOfSession = async (session: string): Promise<DocumentShown | null> => {
  const row = await shown().where('session_id', '=', session).executeTakeFirst()
  return row ? documentOf(row) : null
}
