import { listed } from '../../../core/kit/words.ts'
import { isRole, roles } from '../../../core/people/roles.ts'
import { system } from '../../platform/actor.ts'
import { db, ground, unitOfWork } from '../../platform/database/unit-of-work.ts'
import type { SideChoice } from '../pages/side-page.ts'

/** What stands for everything that is not a council's: a provider's services, or what is shared with an agency. */
export const outside = 'outside'

/** Returns where a person can act. Asked before any authority is chosen, as a session does it. */
export const sidesOf = async (person: string): Promise<readonly SideChoice[]> => {
  const rows = await unitOfWork(ground(), system('sessions', []), 'read', () =>
    db()
      .selectFrom('member_now')
      .innerJoin('authority', 'authority.id', 'member_now.authority_id')
      .where('person_id', '=', person)
      .select(['side', 'role', 'authority.id', 'authority.name'])
      .orderBy('authority.name')
      .execute(),
  )
  const bySide = Map.groupBy(rows, ({ side, id }) => (side === 'council' ? id : outside))
  return [...bySide].map(([value, of]) => ({
    value,
    text: value === outside ? 'Your provider or agency' : (of[0]?.name ?? ''),
    hint: listed([
      ...new Set(of.flatMap(({ role }) => (role !== null && isRole(role) ? [roles[role].name] : []))),
    ]),
  }))
}
