import type { Day } from '../../../core/kit/days.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { isRole, type Role } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Somebody who works with a service for its provider. */
export type Member = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly role: Role
  readonly service: string | null
  readonly provider: string | null
  readonly group: string | null
  readonly endsOn: Day | null
}

/** Memberships that are open today, with the names of their people: as many as the actor may see. */
const open = () =>
  db()
    .selectFrom('provider_membership as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .where('begins_on', '<=', dayOf(now()))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', dayOf(now()))]))
    .select(['member.id', 'person.id as person', 'person.name', 'role', 'service_id as service'])
    .select(['provider_id as provider', 'group_id as group', 'ends_on as endsOn'])
    .orderBy('person.name')

type Row = Omit<Member, 'role'> & { readonly role: string }

const members = (rows: readonly Row[]): readonly Member[] =>
  rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []))

/** Returns who works with a service for its provider, by name. */
export const membersOf = async (service: string): Promise<readonly Member[]> =>
  members(await open().where('service_id', '=', service).execute())

/** Returns everyone that the actor sees of one council's memberships: among them are those who could take a role. */
export const membersIn = async (authority: string): Promise<readonly Member[]> =>
  members(await open().where('member.authority_id', '=', authority).execute())

/** Returns what a person is for a provider, in one council. */
export const membershipsOf = async (person: string, authority: string): Promise<readonly Member[]> =>
  members(await open().where('person_id', '=', person).where('member.authority_id', '=', authority).execute())
