import { nameOfRule, ruleNamed } from '../../../core/alerts/rules.ts'
import type { Instant } from '../../../core/kit/days.ts'
import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type WorkListItem, workList } from '../../../ui/work-list.ts'
import type { ListedAlert } from '../queries/list-alerts.ts'
import { aboutWhat, dueOfAlert, putOffInWords, whoHas } from './alert-words.ts'

/** What is pressed first: the thing itself where it has a page; else the alert, where it is dealt with. */
const mainButton = ({ id, rule, opens, service }: ListedAlert): Html => {
  const entry = ruleNamed(rule)
  const dealtWithHere = entry === undefined || entry.about === 'happening' || opens === null
  return button({
    html: html`${entry?.button ?? 'Open'}<span class="govuk-visually-hidden">: ${service?.name ?? nameOfRule(rule)}</span>`,
    href: dealtWithHere ? `/alerts/${id}#deal` : opens,
    classes: 'govuk-button--secondary',
  })
}

/** What stands beside the service: who has it, and until when it is put off. */
const besides = (alert: ListedAlert, withLead: boolean): string =>
  [...whoHas(alert, withLead), ...(alert.snoozedUntil === null ? [] : [putOffInWords(alert.snoozedUntil)])]
    .map((words) => `. ${words}`)
    .join('')

/** Returns alerts as things to do. The lead of a service is left out where it is its reader. */
export const alertItems = (
  alerts: readonly ListedAlert[],
  now: Instant,
  withLead = true,
): readonly WorkListItem[] =>
  alerts.map((alert) => ({
    title: html`<a class="govuk-link" href="/alerts/${alert.id}">${nameOfRule(alert.rule)}<span class="govuk-visually-hidden">: ${alert.service?.name ?? 'the council'}</span></a>`,
    about: html`${aboutWhat(alert)}${besides(alert, withLead)}`,
    text: alert.says,
    due: dueOfAlert(alert, now),
    action: mainButton(alert),
  }))

/** Alerts as things to do, one below the other. */
export const alertList = (
  label: string,
  alerts: readonly ListedAlert[],
  now: Instant,
  withLead = true,
): Html => workList({ label, items: alertItems(alerts, now, withLead) })
