import type { Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Who raised a concern. Name and email are null once they were erased. */
export type Raiser = {
  readonly name: string | null
  readonly email: string | null
  readonly toldAt: Instant | null
}

/** Returns who raised a concern; null where nobody did: it was recorded by staff, or came from a file. */
export const raiserOf = async (concern: string): Promise<Raiser | null> => {
  const row = await db()
    .selectFrom('concern_raiser')
    .where('concern_id', '=', concern)
    .select(['name', 'email', 'told_at'])
    .executeTakeFirst()
  return row === undefined ? null : { name: row.name, email: row.email, toldAt: row.told_at }
}
