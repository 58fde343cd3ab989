import { isRole, type Role } from '../../../core/people/roles.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground } from '../../platform/database/unit-of-work.ts'

/** Where an account stands. `none`: an invented person of the demonstration without a local account. */
export type Standing = 'none' | 'invited' | 'active' | 'disabled'

/** A person of an authority as its administrators see them. */
export type PersonShown = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly services: readonly string[] | null
  readonly standing: Standing
  readonly secondFactor: boolean
  /** Works for another authority as well. */
  readonly elsewhere: boolean
}

const rowsOf = (authority: string, person: string | null) =>
  inRoom('accounts', () => {
    const rows = db()
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .leftJoin('account as a', 'a.person_id', 'p.id')
      .where('m.authority_id', '=', authority)
      .select([
        'p.id',
        'p.name',
        'm.role',
        'm.services',
        'a.email',
        'a.password_hash',
        'a.factor_confirmed_at',
        'a.disabled_at',
      ])
      .select((build) =>
        build
          .exists(
            build
              .selectFrom('membership as other')
              .whereRef('other.person_id', '=', 'p.id')
              .where('other.authority_id', '<>', authority)
              .select('other.role'),
          )
          .as('elsewhere'),
      )
      .orderBy('p.name')
      .orderBy('p.id')
      .orderBy('m.role')
    return (person === null ? rows : rows.where('p.id', '=', person)).execute()
  })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const standingOf = (row: Row): Standing => {
  if (row.email === null) return 'none'
  if (row.disabled_at !== null) return 'disabled'
  return row.password_hash === null ? 'invited' : 'active'
}

const shown = (held: readonly [Row, ...Row[]]): PersonShown => ({
  id: held[0].id,
  name: held[0].name,
  email: held[0].email,
  roles: held.map(({ role }) => role).filter(isRole),
  services: held.some(({ services }) => services === null)
    ? null
    : [...new Set(held.flatMap(({ services }) => services ?? []))],
  standing: standingOf(held[0]),
  secondFactor: held[0].factor_confirmed_at !== null,
  elsewhere: Boolean(held[0].elsewhere),
})

const people = async (authority: string, person: string | null): Promise<readonly PersonShown[]> =>
  [...Map.groupBy(await rowsOf(authority, person), ({ id }) => id).values()].flatMap(([first, ...rest]) =>
    first ? [shown([first, ...rest])] : [],
  )

/** Returns the people of an authority, by name. */
export const peopleOf = (authority: string): Promise<readonly PersonShown[]> => people(authority, null)

/** Returns one of them, or null. */
export const personOf = async (authority: string, person: string): Promise<PersonShown | null> =>
  (await people(authority, person))[0] ?? null

/** Whether somebody else than this person is an administrator of the authority and can sign in. */
export const hasOtherAdministrator = async (authority: string, person: string): Promise<boolean> =>
  (await peopleOf(authority)).some(
    ({ id, roles, standing }) =>
      id !== person &&
      roles.includes('administrator') &&
      // The demonstration's people sign in without an account.
      (standing === 'active' || (standing === 'none' && ground().mode === 'demo')),
  )
