import { fieldInWords } from '../../../core/intelligence/in-words.ts'
import type { IntelligenceLists } from '../../../core/intelligence/lists.ts'
import { clockTimeOf, dayOf, type Instant } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { RaisedConcern } from '../queries/raised.ts'
import type { Raiser } from '../queries/raisers.ts'

const when = (at: Instant): string => `${dayInWords(dayOf(at))}, ${clockTimeOf(at)}`

const decideForm = (
  id: string,
  note: string,
  errors: readonly FieldError[],
): Html => html`<form method="post" action="/intelligence/raised/${id}" novalidate>
${radios({
  name: 'decision',
  idPrefix: 'decision',
  fieldset: { legend: { text: 'What becomes of it?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    {
      value: 'taken-in',
      text: 'Take it in',
      hint: { text: 'It is intelligence about the service from now on, and counts in its rating.' },
    },
    {
      value: 'set-aside',
      text: 'Set it aside',
      hint: { text: 'It counts nowhere, and is erased with who sent it when its time is over.' },
    },
  ],
  errorMessage: errorOf(errors, 'decision'),
})}
${textarea({
  id: 'note',
  name: 'note',
  label: { text: 'Why', classes: 'govuk-label--m' },
  hint: { text: 'Such as: rang back, and the manager confirms it.' },
  rows: 2,
  value: note,
  errorMessage: errorOf(errors, 'note'),
})}
${button({ text: 'Decide', preventDoubleClick: true })}
</form>`

const standing = (concern: RaisedConcern): Html | false => {
  const item = html`<a class="govuk-link" href="/services/${concern.service}/intelligence/${concern.id}">See it among the intelligence of the service</a>.`
  if (concern.decision === 'set-aside')
    return insetText({
      text: `It was set aside on ${dayInWords(dayOf(concern.decidedAt ?? concern.at))}: ${concern.note}`,
    })
  if (concern.decision === 'taken-in')
    return insetText({ html: html`It was taken in: ${concern.note}. ${item}` })
  return concern.confirmedAt !== null && insetText({ html: html`Its email was confirmed. ${item}` })
}

/** A concern as it was sent, who sent it, and the decision on it while its email is not confirmed. */
export const raisedConcernPage = (given: {
  readonly concern: RaisedConcern
  readonly raiser: Raiser | null
  readonly lists: IntelligenceLists
  readonly note: string
  readonly errors: readonly FieldError[]
}): Html => {
  const { concern, raiser, lists, note, errors } = given
  const { said } = concern
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } })
  return html`${pageHeading({ text: concern.reference, caption: concern.serviceName })}
${standing(concern)}
${summaryList({
  rows: [
    row('Anyone at risk now', concern.immediateRisk ? 'Yes' : 'No'),
    row('What it is', fieldInWords('kind', said, lists)),
    row('When', fieldInWords('occurred', said, lists)),
    row('What they saw', said.summary ?? ''),
    row('Who they are', fieldInWords('source', said, lists)),
    row('Sent', when(concern.at)),
    row(
      'Email',
      concern.confirmedAt === null ? 'Not confirmed' : `Confirmed on ${when(concern.confirmedAt)}`,
    ),
    raiser !== null && row('Raised by', [raiser.name, raiser.email].filter(Boolean).join(', ') || 'Erased'),
  ],
})}
${concern.confirmedAt === null && concern.decidedAt === null && decideForm(concern.id, note, errors)}`
}
