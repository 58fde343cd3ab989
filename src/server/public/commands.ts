import { sql } from 'kysely'
import { db } from '../platform/database/unit-of-work.ts'

/** So many changes are told apart by their numbers; more would only make it slower to ask for them. */
const most = 200

/** Removes numbers of old changes. That some were removed is a change of its own, so that no two states look the same. */
export const forgetOldChanges = async (): Promise<void> => {
  const { rows } = await sql<{ id: number }>`delete from public_change
    where id <= (select id from public_change order by id desc offset ${most} limit 1) returning id`.execute(
    db(),
  )
  if (rows.length > 0) await db().insertInto('public_change').defaultValues().execute()
}
