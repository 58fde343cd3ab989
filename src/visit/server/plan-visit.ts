import type { Day } from '../../core/kit/days.ts'
import { actor, db, now } from '../../server/platform/database/unit-of-work.ts'
import { emit } from '../../server/platform/events/emit.ts'
import type { Question } from '../visit.ts'

/** A visit to be made, with the questions as they stand today. */
export type NewVisit = {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly title: string
  readonly heldOn: Day
  readonly questions: readonly Question[]
}

/** Plans a visit, in the unit of work that it is called in. */
export const planVisit = async (visit: NewVisit): Promise<void> => {
  await db()
    .insertInto('visit')
    .values({
      id: visit.id,
      authority_id: visit.authority,
      service_id: visit.service,
      title: visit.title,
      held_on: visit.heldOn,
      questions: JSON.stringify(visit.questions),
      recorded_at: now(),
    })
    .execute()
  await emit({
    kind: 'visit.changed',
    authority: visit.authority,
    subject: { kind: 'visit', id: visit.id },
    payload: { visit: visit.id, service: visit.service, what: 'planned', by: actor().id },
  })
}
