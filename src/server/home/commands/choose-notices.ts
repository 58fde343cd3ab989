import type { NoticeChoice } from '../../../core/alerts/notices.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { noticesOf } from '../queries/notice-choices.ts'

/** Keeps by which mail a person wants to hear of alerts in a council. The same choice again is no event. */
export const chooseNotices = async (
  authority: string,
  person: string,
  choice: NoticeChoice,
): Promise<void> => {
  const before = await noticesOf(authority, person)
  if (JSON.stringify(before) === JSON.stringify(choice)) return
  const { digest, weekday, atOnce } = choice
  await emit(
    { kind: 'notices.chosen', authority, subject: { kind: 'person', id: person }, payload: choice },
    (event) => {
      const values = { digest, weekday, at_once: atOnce, recorded_at: now(), event_id: event.id }
      return db()
        .insertInto('notice_choice')
        .values({ authority_id: authority, person_id: person, ...values })
        .onConflict((conflict) => conflict.columns(['authority_id', 'person_id']).doUpdateSet(values))
        .execute()
    },
  )
}
