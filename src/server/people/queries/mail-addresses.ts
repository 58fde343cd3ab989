import { inRoom } from '../../platform/database/room.ts'
import { db, ground } from '../../platform/database/unit-of-work.ts'

/** The invented people of a demonstration have no account, and no mail goes out of it: the page of mail shows theirs. */
const inventedAddress = (name: string): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.invalid`

/**
 * Returns the addresses of those of some people to whom mail can go, by person. Who has no account, or a disabled one, has
 * none.
 */
export const mailAddresses = async (people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const accounts = await inRoom('accounts', () =>
    db()
      .selectFrom('account')
      .where('person_id', 'in', people)
      .select(['person_id', 'email', 'disabled_at'])
      .execute(),
  )
  const invented =
    ground().mode === 'demo'
      ? await db()
          .selectFrom('person')
          .where('id', 'in', people)
          .where('invented', '=', true)
          .select(['id', 'name'])
          .execute()
      : []
  return new Map([
    ...invented.map(({ id, name }) => [id, inventedAddress(name)] as const),
    ...accounts.flatMap(({ person_id, email, disabled_at }) =>
      disabled_at === null ? [[person_id, email] as const] : [],
    ),
  ])
}
