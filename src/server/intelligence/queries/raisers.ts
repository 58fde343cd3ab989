import type { Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Who raised a concern. Name and email are null once they were erased. */
export type Raiser = {
  readonly name: string | null
  readonly email: string | null
  readonly toldAt: Instant | null
  /** When they confirmed their email: only then they are written to. */
  readonly confirmedAt: Instant | null
}

/** Returns who raised a concern; null where nobody did: it was recorded by staff, or came from a file. */
export const raiserOf = async (concern: string): Promise<Raiser | null> => {
  const row = await db()
    .selectFrom('concern_raiser as raiser')
    .innerJoin('raised_concern as concern', 'concern.id', 'raiser.concern_id')
    .where('concern.id', '=', concern)
    .select(['raiser.name', 'raiser.email', 'raiser.told_at', 'concern.confirmed_at'])
    .executeTakeFirst()
  return row === undefined
    ? null
    : { name: row.name, email: row.email, toldAt: row.told_at, confirmedAt: row.confirmed_at }
}
