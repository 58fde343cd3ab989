import type { Instant } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { details } from '../../ui/components/details.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { radios } from '../../ui/components/radios.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { type Html, html } from '../../ui/html.ts'
import type { PageParts } from '../frame.ts'
import type { Refusal } from '../refusals.ts'
import { answersTo, grades, type Question, type Visit } from '../visit.ts'
import { savedAt } from '../wording.ts'
import { recordedBefore } from './recorded-before.ts'

/** Why a form came back: no grade was chosen, or the store refused. */
export type Problem = 'no-grade' | Refusal

type Shown = {
  readonly visit: Visit
  readonly question: Question
  /** The id under which this form's answer will be known. */
  readonly answerId: string
  readonly now: Instant
  /** What was typed, when it could not be saved: it stands in the form again. */
  readonly typed?: { readonly grade: string; readonly note: string }
  readonly problem?: Problem
}

/** One question: what to look for folded, a grade by large targets, a note, and when it was saved. */
export const questionPage = ({ visit, question, answerId, now, typed, problem }: Shown): PageParts => {
  const [latest, ...earlier] = answersTo(visit, question.id)
  const { grade, note } = typed ?? latest ?? { grade: '', note: '' }
  return {
    title: `${problem ? 'Error: ' : ''}${question.text}`,
    body: html`
      ${backLink({ href: `/visits/${visit.id}`, text: 'Back to the visit' })}
      ${problem && problemSummary(problem)}
      <form method="post" novalidate data-warn-unsaved>
        <input type="hidden" name="answer" value="${answerId}">
        <span class="govuk-caption-l">${visit.service}, ${dayInWords(visit.heldOn)}</span>
        ${gradeRadios(question, grade, problem === 'no-grade')}
        ${noteField(note)}
        ${button({ text: 'Save', preventDoubleClick: true })}
        <p class="govuk-body govuk-!-font-weight-bold" role="status">${latest && !problem && savedAt(latest.recordedAt, now)}</p>
      </form>
      ${earlier.length > 0 && recordedBefore(earlier, now)}`,
  }
}

const chooseGrade = 'Choose a grade, or Not assessed'

const problemSummary = (problem: Problem): Html =>
  problem === 'no-grade'
    ? errorSummary({ titleText: 'Not saved yet', errorList: [{ text: chooseGrade, href: '#grade' }] })
    : errorSummary({
        titleText: 'Not saved',
        descriptionText: `${problem.says} ${problem.next} What you typed is still below.`,
      })

const gradeRadios = (question: Question, grade: string, isMissing: boolean): Html =>
  radios({
    name: 'grade',
    value: grade,
    fieldset: { legend: { text: question.text, isPageHeading: true, classes: 'govuk-fieldset__legend--l' } },
    formGroup: { beforeInputs: { html: guidance(question.guidance) } },
    ...(isMissing && { errorMessage: { text: chooseGrade } }),
    items: grades.map((value) => ({ value, text: value })),
  })

const guidance = (lines: readonly string[]): Html =>
  details({
    summaryText: 'What to look for',
    html: html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
  })

const noteField = (note: string): Html =>
  textarea({
    name: 'note',
    label: { text: 'Note', classes: 'govuk-label--s' },
    hint: { text: 'What you saw and heard, and from whom by role. Do not name people who use the service.' },
    rows: 6,
    // A browser drops the first line end of a text area: without one of ours it would take one of theirs.
    value: `\n${note}`,
  })
