import type { Instant } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Sealed } from '../sealing/seal.ts'

/** A local account. `factor` is null until a first code has confirmed it. */
export type Account = {
  readonly person: { readonly id: string; readonly name: string }
  readonly email: string
  readonly passwordHash: string | null
  readonly passwordChanged: Instant | null
  readonly factor: { readonly sealed: Sealed; readonly step: number | null } | null
  readonly disabled: boolean
}

const rows = () =>
  db()
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('account')
    .select('person.name')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const read = (row: Row | undefined): Account | null =>
  row
    ? {
        person: { id: row.person_id, name: row.name },
        email: row.email,
        passwordHash: row.password_hash,
        passwordChanged: row.password_changed_at as Instant | null,
        factor:
          row.factor_secret && row.factor_confirmed_at
            ? { sealed: { bytes: row.factor_secret, key: row.factor_key }, step: row.factor_step }
            : null,
        disabled: row.disabled_at !== null,
      }
    : null

/** Returns the account with an email address, however its letters are written; null where there is none. */
export const accountByEmail = (email: string): Promise<Account | null> =>
  inRoom('accounts', async () => {
    // PostgreSQL takes no text with a zero byte; nobody's address has one.
    const wanted = email.trim().toLowerCase().replaceAll('\0', ' ')
    return read(
      await rows()
        .where((where) => where(where.fn('lower', ['email']), '=', wanted))
        .executeTakeFirst(),
    )
  })

/** Returns a person's account; null where they have none. */
export const accountOf = (person: string): Promise<Account | null> =>
  inRoom('accounts', async () => read(await rows().where('person_id', '=', person).executeTakeFirst()))

/** Returns a person's account and keeps others from changing it until the end of the unit of work. */
export const lockedAccountOf = (person: string): Promise<Account | null> =>
  inRoom('accounts', async () =>
    read(await rows().where('person_id', '=', person).forUpdate('account').executeTakeFirst()),
  )
