import { counted, dayInWords } from '../../core/kit/words.ts'
import { type TaskListItem, taskList } from '../../ui/components/task-list.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { PageParts } from '../frame.ts'
import { answered, answersTo, type Question, type Visit } from '../visit.ts'
import { heldNotice } from './held-notice.ts'

/** What stands around the questions: what was just done, and what can be done with the visit as a whole. */
type Around = { readonly done: Html | null; readonly handover: Html | null }

/** A visit: its questions with what is answered, and what can be done here. */
export const visitPage = (visit: Visit, { done, handover }: Around): PageParts => ({
  title: `${visit.title}, ${visit.service}`,
  body: html`
    ${done}
    ${pageHeading({ text: visit.service, caption: `${visit.title}, ${dayInWords(visit.heldOn)}` })}
    ${visit.heldBy && heldNotice(visit.heldBy)}
    <h2 class="govuk-heading-m">Questions</h2>
    <p class="govuk-body">${answered(visit)} of ${counted(visit.questions.length, 'question', 'questions')} answered.</p>
    ${taskList({ idPrefix: 'question', items: visit.questions.map((question) => line(visit, question)) })}
    ${handover}`,
})

const line = (visit: Visit, question: Question): TaskListItem => ({
  title: { text: question.text },
  href: `/visits/${visit.id}/questions/${question.id}`,
  status: { text: answersTo(visit, question.id)[0]?.grade ?? 'Not answered yet' },
})
