import { sql } from 'kysely'
import { type Day, dayOf } from '../../../core/kit/days.ts'
import { isRole, type Side } from '../../../core/people/roles.ts'
import { system } from '../actor.ts'
import { db, type Ground, unitOfWork } from '../database/unit-of-work.ts'
import type { ServiceRole, Signed, SignedAuthority } from './signed.ts'

/** One thing that a person is, in one authority. */
export type MemberRow = {
  readonly side: string | null
  readonly role: string | null
  readonly begins_on: Day | null
  readonly ends_on: Day | null
  readonly authority_id: string
  readonly authority_name: string
  readonly authority_invented: boolean
}

const isOpen = (on: Day) => (row: MemberRow) =>
  (row.begins_on === null || row.begins_on <= on) && (row.ends_on === null || row.ends_on >= on)

/**
 * Returns for whom a person acts: for the council that the session names, if they have a role in it; else for their
 * provider in all councils at once; else for their agency. Never for two sides: a person who has a role in a council and
 * in a provider sees the one or the other.
 */
export const actingOf = <Row extends MemberRow>(
  rows: readonly Row[],
  chosen: string | null,
): { readonly side: Side; readonly rows: readonly Row[] } | null => {
  const here = rows.filter(({ side, authority_id }) => side === 'council' && authority_id === chosen)
  if (here.length > 0) return { side: 'council', rows: here }
  for (const side of ['provider', 'partner'] as const) {
    const of = rows.filter((row) => row.side === side)
    if (of.length > 0) return { side, rows: of }
  }
  return null
}

type Found = Omit<ServiceRole, 'role'> & { readonly role: string }

/** Returns what a person of a provider is today, for each service that the provider runs now. */
const servicesOf = (
  on: Ground,
  person: string,
  authorities: readonly string[],
): Promise<readonly ServiceRole[]> =>
  unitOfWork(on, system('sessions', authorities), 'read', async () => {
    const { rows } = await sql<Found>`
      select service_id as service, authority_id as authority, role, membership_id as membership
      from services_of_person(${person}, ${dayOf(on.clock())})`.execute(db())
    return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []))
  })

const authoritiesOf = (rows: readonly MemberRow[]): readonly SignedAuthority[] => [
  ...new Map(
    rows.map(({ authority_id: id, authority_name: name, authority_invented: invented }) => [
      id,
      { id, name, invented },
    ]),
  ).values(),
]

/** Returns a person as signed in, or null where nothing is open to them today. */
export const signedFor = async (
  on: Ground,
  person: Signed['person'],
  rows: readonly MemberRow[],
  chosen: string | null,
): Promise<Signed | null> => {
  const acting = actingOf(rows.filter(isOpen(dayOf(on.clock()))), chosen)
  if (acting === null) return null
  const authorities = authoritiesOf(acting.rows)
  const [authority] = authorities
  if (authority === undefined) return null
  const { side } = acting
  const ids = authorities.map(({ id }) => id)
  const at = side === 'provider' ? await servicesOf(on, person.id, ids) : []
  return {
    at,
    person,
    side,
    authority,
    authorities,
    roles: [...new Set(acting.rows.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : [])))],
    services: side === 'council' ? 'all' : [...new Set(at.map(({ service }) => service))],
  }
}
