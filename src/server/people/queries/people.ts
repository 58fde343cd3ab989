import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { isRole, type Role } from '../../../core/people/roles.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'

/** Where an account stands. `none`: an invented person of the demonstration without a local account. */
export type Standing = 'none' | 'invited' | 'active' | 'disabled'

/** What a person is for a provider or an agency. */
export type AccessShown = {
  readonly role: Role
  /** Null for an agency. */
  readonly membership: string | null
  /** The provider, the group or the agency. */
  readonly of: string
  /** Null for a group lead and for an agency. */
  readonly service: { readonly id: string; readonly name: string } | null
}

/** A person of an authority as its administrators see them. */
export type PersonShown = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** As one of the council's own people. */
  readonly roles: readonly Role[]
  readonly access: readonly AccessShown[]
  readonly standing: Standing
  readonly secondFactor: boolean
  /** Works with another authority as well. */
  readonly elsewhere: boolean
}

const rowsOf = (authority: string, person: string | null) =>
  inRoom('accounts', () => {
    const today = dayOf(now())
    const rows = db()
      .selectFrom('member_now as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .leftJoin('account as a', 'a.person_id', 'p.id')
      .leftJoin('service_now as s', 's.id', 'm.service_id')
      .leftJoin('provider_now as e', 'e.id', 'm.provider_id')
      .where('m.authority_id', '=', authority)
      .where((where) => where.or([where('m.ends_on', 'is', null), where('m.ends_on', '>=', today)]))
      .select(['p.id', 'p.name', 'm.side', 'm.role', 'm.membership_id', 'm.service_id', 'm.agency'])
      .select(['s.name as service', 'e.legal_name as provider'])
      .select(['a.email', 'a.password_hash', 'a.factor_confirmed_at', 'a.disabled_at'])
      .select(sql<boolean>`exists (select from oidc_subject o where o.person_id = p.id)`.as('by_provider'))
      .select([
        sql<
          string | null
        >`(select g.group_name from provider_now g where g.group_id = m.group_id limit 1)`.as('group'),
        sql<boolean>`exists (select from member_now other where other.person_id = p.id
          and other.authority_id <> ${authority} and (other.ends_on is null or other.ends_on >= ${today}))`.as(
          'elsewhere',
        ),
      ])
      .orderBy('p.name')
      .orderBy('p.id')
      .orderBy('m.role')
      .orderBy('s.name')
    return (person === null ? rows : rows.where('p.id', '=', person)).execute()
  })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const standingOf = (row: Row): Standing => {
  if (row.email === null) return 'none'
  if (row.disabled_at !== null) return 'disabled'
  return row.password_hash === null && !row.by_provider ? 'invited' : 'active'
}

const accessOf = ({ role, side, membership_id, service_id, ...row }: Row): readonly AccessShown[] =>
  side !== 'council' && role !== null && isRole(role)
    ? [
        {
          role,
          membership: membership_id,
          of: row.agency ?? row.provider ?? row.group ?? '',
          service: service_id === null ? null : { id: service_id, name: row.service ?? '' },
        },
      ]
    : []

const shown = (held: readonly [Row, ...Row[]]): PersonShown => ({
  id: held[0].id,
  name: held[0].name,
  email: held[0].email,
  roles: held.flatMap(({ side, role }) =>
    side === 'council' && role !== null && isRole(role) ? [role] : [],
  ),
  access: held.flatMap(accessOf),
  standing: standingOf(held[0]),
  secondFactor: held[0].factor_confirmed_at !== null,
  elsewhere: held[0].elsewhere,
})

const people = async (authority: string, person: string | null): Promise<readonly PersonShown[]> =>
  [...Map.groupBy(await rowsOf(authority, person), ({ id }) => id).values()].flatMap(([first, ...rest]) =>
    first ? [shown([first, ...rest])] : [],
  )

/** Returns the people of an authority, by name: its own, and those whom it lets in for a provider or an agency. */
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
