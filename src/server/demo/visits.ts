import { type Day, plusDays } from '../../core/kit/days.ts'
import { planVisit } from '../../visit/server/plan-visit.ts'
import { eastmarch } from './eastmarch.ts'
import { idOf } from './ids.ts'

/** One question, written for the demonstration against the standard's public title; no wording of PAMMS. */
const question = {
  id: 'safeguarding-who-to-ring',
  text: 'Can the person in charge of this shift say whom to ring about a safeguarding concern, at any hour?',
  guidance: [
    'Ask the person in charge now, not the registered manager.',
    'Look for the number where staff can see it, and ask when it was last checked.',
    'Ask one other member of staff the same, out of hearing.',
  ],
}

/** Plans the demonstration's visits: one tomorrow, at the service in most need. */
export const addVisits = async (today: Day): Promise<void> =>
  planVisit({
    id: idOf('visit thornhay-lodge'),
    authority: eastmarch.id,
    service: idOf('thornhay-lodge'),
    title: 'Quality assessment visit',
    heldOn: plusDays(today, 1),
    questions: [question],
  })
