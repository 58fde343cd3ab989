import { dayOf } from '../../../core/kit/days.ts'
import type { Access } from '../../../core/people/access.ts'
import { isRole } from '../../../core/people/roles.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** What somebody outside the council has today, and by which membership. */
export type Held = Access & { readonly membership: string }

/** Returns what a person has for providers and agencies today, in the eyes of one council: as much as the actor may see. */
export const accessOf = async (authority: string, person: string): Promise<readonly Held[]> => {
  const rows = await db()
    .selectFrom('member_now')
    .where('authority_id', '=', authority)
    .where('person_id', '=', person)
    .where('side', '<>', 'council')
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', dayOf(now()))]))
    .selectAll()
    .execute()
  return rows.flatMap((row): readonly Held[] => {
    const membership = row.membership_id ?? ''
    if (row.side === 'partner') return [{ side: 'partner', agency: row.agency ?? '', membership }]
    const of = row.provider_id === null ? { group: row.group_id ?? '' } : { provider: row.provider_id }
    return row.role !== null && isRole(row.role)
      ? [{ side: 'provider', role: row.role, of, service: row.service_id, membership }]
      : []
  })
}

const keyOf = (access: Access): string =>
  access.side === 'partner'
    ? `partner ${access.agency}`
    : JSON.stringify([
        access.role,
        'provider' in access.of ? access.of.provider : access.of.group,
        access.service,
      ])

/** Whether somebody has an access already. */
export const isHeld = (held: readonly Access[], wanted: Access): boolean =>
  held.some((access) => keyOf(access) === keyOf(wanted))
