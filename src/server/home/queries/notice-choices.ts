import { type NoticeChoice, unchosen } from '../../../core/alerts/notices.ts'
import { isRole, type Role } from '../../../core/people/roles.ts'
import { db } from '../../platform/database/unit-of-work.ts'

type Row = { readonly digest: string; readonly weekday: number | null; readonly at_once: boolean }

const choiceOf = ({ digest, weekday, at_once }: Row): NoticeChoice => ({
  digest: digest as NoticeChoice['digest'],
  weekday,
  atOnce: at_once,
})

/** Returns what a person chose in a council; what holds for everyone where they never did. */
export const noticesOf = async (authority: string, person: string): Promise<NoticeChoice> => {
  const row = await db()
    .selectFrom('notice_choice')
    .where('authority_id', '=', authority)
    .where('person_id', '=', person)
    .select(['digest', 'weekday', 'at_once'])
    .executeTakeFirst()
  return row === undefined ? unchosen : choiceOf(row)
}

/** One of a council's own people, with what they chose. */
export type Told = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly choice: NoticeChoice
}

/** Returns a council's own people: each once, with their roles and what they chose. */
export const everyoneTold = async (authority: string): Promise<readonly Told[]> => {
  const rows = await db()
    .selectFrom('member_now as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .leftJoin('notice_choice as chosen', (join) =>
      join
        .onRef('chosen.person_id', '=', 'member.person_id')
        .onRef('chosen.authority_id', '=', 'member.authority_id'),
    )
    .where('member.authority_id', '=', authority)
    .where('member.side', '=', 'council')
    .select(['person.id', 'person.name', 'member.role', 'chosen.digest', 'chosen.weekday', 'chosen.at_once'])
    .orderBy('person.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((held) => {
    const [first] = held
    if (first === undefined) return []
    const { id, name, digest, weekday, at_once } = first
    const choice = digest === null || at_once === null ? unchosen : choiceOf({ digest, weekday, at_once })
    const roles = held.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : []))
    return [{ id, name, roles, choice }]
  })
}
