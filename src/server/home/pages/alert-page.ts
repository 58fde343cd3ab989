import type { RuleSettings } from '../../../core/alerts/rule.ts'
import { nameOfRule, ruleNamed } from '../../../core/alerts/rules.ts'
import { clockTimeOf, dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { ruleInWords } from '../../policy/in-words/alert-rule.ts'
import type { AlertStep, ShownAlert } from '../queries/show-alert.ts'
import { aboutWhat, dueOfAlert, putOffInWords } from './alert-words.ts'
import { type DeedName, deedForm, deeds, type FieldsGiven } from './deed-fields.ts'

export type AlertGiven = FieldsGiven & {
  readonly alert: ShownAlert
  /** The policy's own entry for the rule, by the version that raised the alert; undefined where it has none. */
  readonly settings: RuleSettings | undefined
  readonly mayDo: boolean
  /** The deed whose form came back with errors; null where none did. */
  readonly failed: DeedName | null
  readonly now: Instant
}

const at = (when: Instant): string => `${dayInWords(dayOf(when))} at ${clockTimeOf(when)}`

type Line = readonly [name: string, says: Content]

const lines = (rows: readonly (Line | false)[]): Html =>
  summaryList({
    rows: rows.flatMap((row) => (row ? [{ key: { text: row[0] }, value: { html: html`${row[1]}` } }] : [])),
  })

const standing = ({ alert, now }: AlertGiven): Html => {
  if (alert.clearedAt !== null)
    return insetText({ text: `Closed on ${at(alert.clearedAt)}: ${alert.clearedBecause ?? ''}` })
  if (alert.doneAt !== null) return insetText({ text: `Done on ${at(alert.doneAt)}.` })
  return html`${alert.snoozedUntil !== null && alert.snoozedUntil > dayOf(now) && insetText({ text: `${putOffInWords(alert.snoozedUntil)}. It comes back by itself.` })}`
}

const facts = ({ alert, now }: AlertGiven): Html =>
  lines([
    ['Why now', alert.says],
    ['About', aboutWhat(alert)],
    ['Due', dueOfAlert(alert, now)],
    ['Began', alert.urgency === 0 ? at(alert.since) : dayInWords(dayOf(alert.since))],
    ['Whose it is', alert.assignedTo ?? alert.lead ?? 'The team: the service has no lead'],
    ['Acknowledged', alert.acknowledgedBy === null ? 'Not yet' : `By ${alert.acknowledgedBy}`],
  ])

const why = ({ alert, settings }: AlertGiven): Html => {
  const rule = ruleNamed(alert.rule)
  return html`<h2 class="govuk-heading-m" id="why">Why this is an alert</h2>
${lines([
  ...alert.lines.map(({ name, says }): Line => [name, says]),
  settings !== undefined && [
    'Rule of the policy',
    html`${ruleInWords(settings).map((words) => html`${words}. `)}`,
  ],
  settings !== undefined && [
    'Where it comes from',
    html`${settings.source !== undefined ? `The policy, ${settings.source}.` : `An assumption. ${settings.assumption ?? ''}`}`,
  ],
  alert.policy !== null && [
    'Version of the policy',
    html`<a class="govuk-link" href="/policy?version=${alert.policy}#alerts">Read its rules of alerts</a>`,
  ],
  rule !== undefined && ['What closes it', rule.clears],
])}`
}

const stepWords: Readonly<Record<string, string>> = {
  opened: 'Opened',
  changed: 'Changed: what it rests on is different now',
  acknowledged: 'Acknowledged',
  assigned: 'Assigned',
  snoozed: 'Put off',
  woken: 'Brought back',
  done: 'Done',
  cleared: 'Closed: its cause is gone',
}

const stepText = ({ to, until, note }: AlertStep): string =>
  [to !== null && `To ${to}.`, until !== null && `Until ${dayInWords(until)}.`, note]
    .filter(Boolean)
    .join(' ')

const history = ({ alert }: AlertGiven): Html => html`<h2 class="govuk-heading-m">What was done with it</h2>
${timeline({
  headingLevel: 3,
  items: alert.steps.map((step) => ({
    label: { text: stepWords[step.what] ?? step.what },
    byline: { text: step.by ?? 'Plumbline' },
    datetime: { timestamp: step.at, text: at(step.at) },
    text: stepText(step),
  })),
})}`

const blank = { person: '', day: '', month: '', year: '', note: '' }

const forms = (given: AlertGiven): Html => {
  const { alert, failed, now } = given
  const putOff = alert.snoozedUntil !== null && alert.snoozedUntil > dayOf(now)
  const offered: readonly DeedName[] = ['assign', 'put-off', ...(putOff ? (['bring-back'] as const) : [])]
  const form = (name: DeedName): Html =>
    deedForm(
      name,
      [alert.id],
      `/alerts/${alert.id}`,
      failed === name ? given : { ...given, typed: blank, errors: [] },
    )
  return html`<div id="deal">
<h2 class="govuk-heading-m">Deal with it</h2>
${alert.acknowledgedBy === null && form('acknowledge')}
${form('done')}
${offered.map((name) => details({ summaryText: deeds[name].heading, html: form(name), open: failed === name }))}
</div>`
}

/** One alert: why now, why it is one, what can be done with it, and what was. */
export const alertPage = (given: AlertGiven): Html => {
  const { alert, mayDo } = given
  const open = alert.doneAt === null && alert.clearedAt === null
  return html`${pageHeading({ text: nameOfRule(alert.rule), caption: alert.service?.name ?? 'Alert' })}
${standing(given)}
${facts(given)}
${alert.opens !== null && button({ text: ruleNamed(alert.rule)?.about === 'happening' ? 'Open the service' : (ruleNamed(alert.rule)?.button ?? 'Open'), href: alert.opens, classes: open && mayDo ? 'govuk-button--secondary' : undefined })}
${open && mayDo && forms(given)}
${why(given)}
${history(given)}`
}
