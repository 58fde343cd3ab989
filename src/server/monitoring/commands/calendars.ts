import { randomUUID } from 'node:crypto'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { digestOfToken, newToken } from '../../platform/http/cookies.ts'

/** Whose plan a calendar shows. */
export type Covers = 'person' | 'team'

/** Whose calendar it is. */
export type Owner = { readonly authority: string; readonly person: string }

const endOpen = ({ authority, person }: Owner, covers: Covers) =>
  inRoom('accounts', () =>
    db()
      .updateTable('calendar_feed')
      .set({ ended_at: now() })
      .where('council_id', '=', authority)
      .where('person_id', '=', person)
      .where('covers', '=', covers)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )

/** Makes a secret address of a calendar. The one before it is worth nothing from then on. It is known only now. */
export const makeCalendar = async (owner: Owner, covers: Covers): Promise<string> => {
  const token = newToken()
  await endOpen(owner, covers)
  await emit(
    {
      kind: 'calendar.made',
      authority: owner.authority,
      subject: { kind: 'person', id: owner.person },
      payload: { covers },
    },
    () =>
      inRoom('accounts', () =>
        db()
          .insertInto('calendar_feed')
          .values({
            token_digest: digestOfToken(token),
            id: randomUUID(),
            person_id: owner.person,
            council_id: owner.authority,
            covers,
            made_at: now(),
          })
          .execute(),
      ),
  )
  return `${ground().installation.address}/calendar/${token}.ics`
}

/** Ends the address of a calendar. Where there is none, nothing happens. */
export const endCalendar = async (owner: Owner, covers: Covers): Promise<void> => {
  const { numUpdatedRows } = await endOpen(owner, covers)
  if (numUpdatedRows === 0n) return
  await emit({
    kind: 'calendar.ended',
    authority: owner.authority,
    subject: { kind: 'person', id: owner.person },
    payload: { covers },
  })
}
