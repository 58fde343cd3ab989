import { hourOf } from '../../core/kit/days.ts'
import { planVisit } from '../../visit/server/plan-visit.ts'
import { serverStore } from '../../visit/server/store.ts'
import type { Grade, Question } from '../../visit/visit.ts'
import { idOf } from './ids.ts'
import type { InventedVisit } from './invented.ts'

/** One question, written for the demonstration against the standard's public title; no wording of PAMMS. */
const question: Question = {
  id: 'safeguarding-who-to-ring',
  text: 'Can the person in charge of this shift say whom to ring about a safeguarding concern, at any hour?',
  guidance: [
    'Ask the person in charge now, not the registered manager.',
    'Look for the number where staff can see it, and ask when it was last checked.',
    'Ask one other member of staff the same, out of hearing.',
  ],
}

const answers: Readonly<Record<'well' | 'mixed' | 'poor', readonly [grade: Grade, note: string]>> = {
  well: ['Good', 'The number hangs in the office and the hall. Both members of staff knew it by heart.'],
  mixed: [
    'Requires improvement',
    'The person in charge knew the number; the second member of staff did not.',
  ],
  poor: ['Poor', 'Nobody on shift could find the number. The notice in the office was of an old team.'],
}

const idOfVisit = ({ service }: InventedVisit): string => idOf(`visit ${service}`)

/** Plans a visit of the demonstration. */
export const addVisit = (authority: string, visit: InventedVisit): Promise<void> =>
  planVisit({
    id: idOfVisit(visit),
    authority,
    service: idOf(visit.service),
    title: 'Quality assessment visit',
    heldOn: visit.heldOn,
    questions: [question],
  })

const hourOfAnswer = 14

/** Records what was found on a visit, as its assessor would have. */
export const answerVisit = async (visit: InventedVisit): Promise<void> => {
  if (visit.found === null) return
  const [grade, note] = answers[visit.found]
  const refused = await serverStore().recordAnswer(idOfVisit(visit), {
    id: idOf(`answer ${visit.service}`),
    questionId: question.id,
    grade,
    note,
    recordedAt: hourOf(visit.heldOn, hourOfAnswer),
  })
  if (refused !== null) throw new Error(`The demonstration’s visit to ${visit.service} was refused`)
}
