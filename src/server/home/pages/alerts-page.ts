import { nameOfRule, rules } from '../../../core/alerts/rules.ts'
import type { Instant } from '../../../core/kit/days.ts'
import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { type AlertSearch, type ListedAlert, perPage } from '../queries/list-alerts.ts'
import { addressOf } from '../search.ts'
import { aboutWhat, dueOfAlert, putOffInWords, whoHas } from './alert-words.ts'

export type AlertsGiven = {
  readonly search: AlertSearch
  readonly alerts: readonly ListedAlert[]
  readonly count: number
  readonly overdue: number
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Ids of the rules whose alerts the reader may see. */
  readonly seen: readonly string[]
  readonly mayDo: boolean
  readonly now: Instant
}

const whoseNames = { all: 'Everyone’s', team: 'Your team’s', mine: 'Yours' } as const
const whichNames = { open: 'To do', overdue: 'Overdue', 'put-off': 'Put off' } as const

const chips = (search: AlertSearch): Html => html`${filterChips({
  label: 'Whose',
  items: (['all', 'team', 'mine'] as const).map((whose) => ({
    text: whoseNames[whose],
    href: addressOf({ ...search, whose, page: 1 }),
    current: search.whose === whose,
  })),
})}
${filterChips({
  label: 'Show',
  items: (['open', 'overdue', 'put-off'] as const).map((which) => ({
    text: whichNames[which],
    href: addressOf({ ...search, which, page: 1 }),
    current: search.which === which,
  })),
})}`

/** The search form sets its fields close; these stand below each other. */
const spaced = { classes: 'govuk-!-margin-bottom-4' }

const narrower = ({ search, people, seen }: AlertsGiven): Html => html`${select({
  id: 'rule',
  name: 'rule',
  label: { text: 'Rule' },
  formGroup: spaced,
  items: [
    { value: '', text: 'Any rule' },
    ...rules.filter(({ id }) => seen.includes(id)).map(({ id, name }) => ({ value: id, text: name })),
  ],
  value: search.rule ?? undefined,
})}
${select({
  id: 'lead',
  name: 'lead',
  label: { text: 'Contract lead' },
  formGroup: spaced,
  items: [{ value: '', text: 'Anyone' }, ...people.map(({ id, name }) => ({ value: id, text: name }))],
  value: search.lead ?? undefined,
})}
${button({ text: 'Show these', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`

const filterForm = (
  given: AlertsGiven,
): Html => html`<form class="plumbline-search-form" role="search" aria-label="Alerts" method="get" action="/alerts">
<input type="hidden" name="whose" value="${given.search.whose}">
<input type="hidden" name="which" value="${given.search.which}">
<div class="plumbline-search-form__row">
${input({ id: 'q', name: 'q', type: 'search', label: { text: 'Search by the name of a service', classes: 'govuk-label--s' }, value: given.search.words ?? undefined, autocomplete: 'off', spellcheck: false })}
${button({ text: 'Search' })}
</div>
${details({ summaryText: 'By rule or contract lead', html: narrower(given), open: given.search.rule !== null || given.search.lead !== null, classes: 'govuk-!-margin-top-4' })}
</form>`

const tick = ({ id, rule, service }: ListedAlert): Html =>
  checkboxes({
    name: 'alert',
    idPrefix: `alert-${id}`,
    classes: 'govuk-checkboxes--small',
    formGroup: { classes: 'govuk-!-margin-bottom-0' },
    items: [
      {
        value: id,
        html: html`<span class="govuk-visually-hidden">${nameOfRule(rule)}: ${service?.name ?? 'the council'}</span>`,
      },
    ],
  })

const rowOf = (alert: ListedAlert, { mayDo, now }: AlertsGiven) => [
  ...(mayDo ? [{ html: tick(alert) }] : []),
  {
    html: html`<a class="govuk-link" href="/alerts/${alert.id}">${nameOfRule(alert.rule)}<span class="govuk-visually-hidden">: ${alert.service?.name ?? 'the council'}</span></a><br>${alert.says}`,
  },
  { html: aboutWhat(alert) },
  {
    html: html`${dueOfAlert(alert, now)}${alert.snoozedUntil !== null && html`<br>${putOffInWords(alert.snoozedUntil)}`}`,
  },
  { text: whoHas(alert).join('. ') },
]

const alertsTable = (given: AlertsGiven): Html =>
  scrollRegion({
    label: 'Alerts',
    content: table({
      head: [...(given.mayDo ? ['Choose'] : []), 'Alert', 'Service', 'Due', 'Who has it'].map((text) => ({
        text,
      })),
      rows: given.alerts.map((alert) => rowOf(alert, given)),
    }),
  })

const deedButton = (text: string, value: string): Html =>
  button({ text, name: 'deed', value, classes: 'govuk-button--secondary' })

/** Ticks and buttons in one form: acknowledging acts at once, the others ask on a page of their own. */
const several = (given: AlertsGiven): Html => html`<form method="get" action="/alerts/several">
<input type="hidden" name="back" value="${addressOf(given.search)}">
${alertsTable(given)}
<h2 class="govuk-heading-m">Deal with those that you chose</h2>
<div class="govuk-button-group">
${button({ text: 'Acknowledge', preventDoubleClick: true, attributes: { formmethod: 'post', formaction: '/alerts/acknowledge' } })}
${deedButton('Mark as done', 'done')}
${deedButton('Assign', 'assign')}
${deedButton('Put off', 'put-off')}
${given.search.which === 'put-off' && deedButton('Bring back', 'bring-back')}
</div>
</form>`

/** The list of alerts: whose, which, by rule, lead and service; and forms for several at once. */
export const alertsPage = (given: AlertsGiven): Html => {
  const { search, count, overdue } = given
  return html`${pageHeading({ text: 'Alerts' })}
${filterForm(given)}
${chips(search)}
<p class="govuk-body"><strong>${counted(count, 'alert', 'alerts')}</strong>${search.which === 'open' && overdue > 0 && `, ${overdue} overdue`}</p>
${
  count === 0
    ? emptyState({
        title: 'No alert matches',
        text: 'Try fewer words, or look among everyone’s alerts.',
        action: { text: 'Show everyone’s alerts', href: '/alerts' },
      })
    : given.mayDo
      ? several(given)
      : alertsTable(given)
}
${pagesOf({ page: search.page, pages: Math.ceil(count / perPage), address: (page) => addressOf({ ...search, page }) })}`
}
