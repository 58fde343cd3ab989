import type { Instant } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { PageParts } from '../frame.ts'
import { type Answer, answersTo, type Question, type Visit } from '../visit.ts'
import { savedAt } from '../wording.ts'
import { heldNotice } from './held-notice.ts'
import { recordedBefore } from './recorded-before.ts'

/** One question to read only: for whoever may not change it, and while a device holds the visit. */
export const answerPage = (visit: Visit, question: Question, now: Instant): PageParts => {
  const [latest, ...earlier] = answersTo(visit, question.id)
  return {
    title: question.text,
    body: html`
      ${backLink({ href: `/visits/${visit.id}`, text: 'Back to the visit' })}
      ${pageHeading({ text: question.text, caption: `${visit.service}, ${dayInWords(visit.heldOn)}` })}
      ${visit.heldBy && heldNotice(visit.heldBy)}
      ${latest ? shown(latest, now) : html`<p class="govuk-body">Not answered yet.</p>`}
      ${earlier.length > 0 && recordedBefore(earlier, now)}`,
  }
}

const shown = ({ grade, note, recordedAt }: Answer, now: Instant): Html => html`
  <p class="govuk-body-l"><strong>${grade}</strong></p>
  <p class="govuk-body plumbline-typed">${note}</p>
  <p class="govuk-body">${savedAt(recordedAt, now)}</p>`
