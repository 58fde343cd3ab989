import {
  endReasons,
  type Stop,
  type StopTyped,
  terminationReasons,
} from '../../../core/contracts/stop-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { radios } from '../../../ui/components/radios.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownContract } from '../queries/show-contract.ts'

export type StopGiven = {
  readonly how: Stop['how']
  readonly contract: ShownContract
  readonly version: number
  readonly typed: StopTyped
  readonly errors: readonly FieldError[]
}

const words = {
  ended: {
    heading: 'End the contract',
    path: 'end',
    reasons: 'Why does it end?',
    note: 'Anything to add? (optional)',
  },
  terminated: {
    heading: 'Terminate the contract',
    path: 'terminate',
    reasons: 'Which obligations were not met?',
    note: 'What happened?',
  },
} as const

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

const date = ({ typed, errors }: StopGiven, name: 'on' | 'notice', text: string, hint: string): Html =>
  dayField({ name, text, hint, value: typed[name], errors })

const reasons = ({ how, typed, errors }: StopGiven): Html => {
  const common = { name: 'reasons', idPrefix: 'reasons', errorMessage: errorOf(errors, 'reasons') }
  const items = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, text]) => ({ value, text }))
  const fieldset = legend(words[how].reasons)
  return how === 'ended'
    ? radios({ ...common, fieldset, items: items(endReasons), value: typed.reasons[0] })
    : checkboxes({
        ...common,
        fieldset,
        hint: { text: 'Select all that apply.' },
        items: items(terminationReasons),
        values: typed.reasons,
      })
}

/** The form that ends a contract, or terminates it because its obligations were not met. */
export const stopForm = (given: StopGiven): Html => {
  const { heading, path, note } = words[given.how]
  return html`${pageHeading({ text: heading, caption: `${given.contract.terms.reference}, ${given.contract.service.name}` })}
${
  given.how === 'terminated' &&
  html`<p class="govuk-body">Terminate a contract only where its obligations were not met. Where its term is over, or another contract takes its place, <a class="govuk-link" href="/contracts/${given.contract.id}/end">end it</a>.</p>`
}
<form method="post" action="/contracts/${given.contract.id}/${path}" novalidate>
<input type="hidden" name="version" value="${given.version}">
${date(given, 'on', 'Last day of the contract', 'It may be still to come, for example 31 3 2027.')}
${date(given, 'notice', given.how === 'ended' ? 'Day of the notice (optional)' : 'Day on which the provider was told', 'Today or in the past.')}
${reasons(given)}
${textarea({ id: 'note', name: 'note', label: { text: note, classes: 'govuk-label--s' }, hint: { text: 'Do not write names of people who use the service.' }, rows: 4, value: given.typed.note, errorMessage: errorOf(given.errors, 'note') })}
${button({ text: given.how === 'ended' ? 'End the contract' : 'Continue', preventDoubleClick: true })}
</form>`
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

const hiddenDate = (name: string, text: string): Html => {
  const parts = text.split(' ')
  return html`${['day', 'month', 'year'].map((part, index) => hidden(`${name}-${part}`, parts[index] ?? ''))}`
}

/** Asks once more before a contract is terminated: it is said to the provider, and stays in the record. */
export const confirmTermination = ({ contract, version, typed }: StopGiven, stop: Stop): Html => {
  const address = `/contracts/${contract.id}`
  const known: Readonly<Record<string, string>> = terminationReasons
  return html`${pageHeading({ text: 'Terminate this contract?', caption: `${contract.terms.reference}, ${contract.service.name}` })}
${warningText({ text: 'This cannot be undone. After the last day the service is no longer commissioned under this contract.' })}
${summaryList({
  rows: [
    { key: { text: 'Provider' }, value: { text: contract.provider.name } },
    { key: { text: 'Last day' }, value: { text: dayInWords(stop.on) } },
    {
      key: { text: 'The provider was told on' },
      value: { text: stop.notice === null ? '' : dayInWords(stop.notice) },
    },
    {
      key: { text: 'Reasons' },
      value: {
        html: html`<ul class="govuk-list govuk-list--bullet">${stop.reasons.map((reason) => html`<li>${known[reason]}</li>`)}</ul>`,
      },
    },
    { key: { text: 'What happened' }, value: { text: stop.note ?? '' } },
  ],
})}
<form method="post" action="${address}/terminate" novalidate>
${hidden('version', String(version))}${hidden('confirmed', 'yes')}${hiddenDate('on', typed.on)}${hiddenDate('notice', typed.notice)}
${typed.reasons.map((reason) => hidden('reasons', reason))}${hidden('note', typed.note)}
<div class="govuk-button-group">
${button({ text: 'Terminate the contract', classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="${address}">Keep the contract</a>
</div>
</form>`
}
