import type { ChoiceError } from '../../../core/decisions/choice-form.ts'
import type { Group } from '../../../core/decisions/order.ts'
import type { Day } from '../../../core/kit/days.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import type { Band } from '../../../core/policy/band.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import type { Session } from '../queries/sessions.ts'
import type { Show } from '../row-states.ts'
import type { RowView } from '../row-views.ts'
import { decisionRow, type RowTyped } from './decision-row.ts'

/** A session as somebody sees it. */
export type SessionPage = {
  readonly session: Session
  readonly name: string
  readonly council: string
  readonly bands: readonly Band[]
  /** The rows of this page, in order. */
  readonly rows: readonly RowView[]
  readonly counts: Readonly<Record<Show, number>>
  readonly decided: number
  readonly show: Show
  readonly page: number
  readonly pages: number
  /** The day of the session before; null for the first. */
  readonly since: Day | null
  readonly asAt: Day | null
  readonly person: string
  readonly mayChoose: boolean
  /** Who else looks at the session now. */
  readonly others: readonly string[]
  /** Made with the form: sent twice, it counts once. */
  readonly form: string
  /** The document in which it ended; null while it is open. */
  readonly document: string | null
  readonly typed: ReadonlyMap<string, RowTyped>
  readonly errors: readonly ChoiceError[]
}

const groupNames: Readonly<Record<Group, string>> = {
  'sent-back': 'Sent back by the meeting that confirms',
  differs: 'Proposed differs from decided',
  'low-confidence': 'Low confidence',
  missing: 'Something is not known',
  rest: 'The rest',
}

const showNames: Readonly<Record<Show, string>> = {
  all: 'All',
  'to-do': 'To decide',
  yours: 'Waits for you',
  differs: 'You differ',
}

/** Returns the address of a part of a session. */
export const addressOf = (given: {
  readonly id: string
  readonly show: Show
  readonly page: number
  readonly asAt: Day | null
}): string => {
  const query = new URLSearchParams()
  if (given.show !== 'all') query.set('show', given.show)
  if (given.page > 1) query.set('page', String(given.page))
  if (given.asAt !== null) query.set('as-at', given.asAt)
  return `/decisions/${given.id}${query.size > 0 ? `?${query}` : ''}`
}

const here = (given: SessionPage, changes: { readonly show?: Show; readonly page?: number }): string =>
  addressOf({ id: given.session.id, show: given.show, page: given.page, asAt: given.asAt, ...changes })

const progress = ({ counts, decided, others }: SessionPage): Html => html`<div class="plumbline-progress">
<p class="govuk-body govuk-!-margin-bottom-1"><strong>${decided} of ${counted(counts.all, 'service', 'services')} decided</strong></p>
<progress max="${counts.all}" value="${decided}" aria-label="Decided">${decided} of ${counts.all}</progress>
${others.length > 0 && html`<p class="govuk-body-s govuk-!-margin-top-2">Also here now: ${listed(others)}.</p>`}
</div>`

const chips = (given: SessionPage): Html =>
  filterChips({
    label: 'Show',
    items: (['all', 'to-do', 'yours', 'differs'] as const).map((show) => ({
      text: showNames[show],
      href: here(given, { show, page: 1 }),
      count: given.counts[show],
      current: given.show === show,
    })),
  })

const grouped = (given: SessionPage): Html =>
  html`${[...Map.groupBy(given.rows, ({ group }) => group)].map(
    ([group, rows]) => html`<h2 class="govuk-heading-m">${groupNames[group]}</h2>
${rows.map((row) => decisionRow(row, given))}`,
  )}`

const form = (
  given: SessionPage,
): Html => html`<form method="post" action="/decisions/${given.session.id}/choices" novalidate>
<input type="hidden" name="form" value="${given.form}">
<input type="hidden" name="show" value="${given.show}">
<input type="hidden" name="page" value="${String(given.page)}">
${grouped(given)}
<div class="plumbline-save-bar">
${button({ text: 'Save what I chose', name: 'do', value: 'save', preventDoubleClick: true })}
${given.show === 'all' && given.page < given.pages && button({ text: `Save and go to page ${given.page + 1}`, name: 'do', value: 'next', classes: 'govuk-button--secondary' })}
${given.rows.some(({ unchanged, decidedHere }) => unchanged && decidedHere === null) && button({ text: 'Mark what is unchanged', name: 'do', value: 'mark', classes: 'govuk-button--secondary' })}
</div>
</form>`

const nothing = (given: SessionPage): Html =>
  emptyState(
    given.show === 'all'
      ? {
          title: 'There is no service to decide',
          text: 'Services come here once they are commissioned under a contract.',
          action: { text: 'Go to Services', href: '/services' },
        }
      : {
          title: 'Nothing is left here',
          text: 'Look at all services of the session.',
          action: { text: 'Show all', href: here(given, { show: 'all', page: 1 }) },
        },
  )

/** A session at which ratings are decided: one row a service, what is to be decided first. */
export const sessionPage = (given: SessionPage): Html => html`${pageHeading({
  text: given.name,
  caption: `${given.council}, ${dayInWords(given.session.heldOn)}`,
})}
${asAtNotice(given.asAt, `/decisions/${given.session.id}`)}
${given.session.reason !== null && html`<p class="govuk-body">Called because: ${given.session.reason}</p>`}
${given.document !== null && html`<p class="govuk-body">This session has ended. <a class="govuk-link" href="/documents/${given.document}">Its document</a> says what came of it. Below is what was known when it ended.</p>`}
${progress(given)}
${given.mayChoose && html`<p class="govuk-body"><a class="govuk-link" href="/decisions/${given.session.id}/end">End the session</a></p>`}
${chips(given)}
${given.rows.length === 0 ? nothing(given) : given.mayChoose ? form(given) : grouped(given)}
${pagesOf({ page: given.page, pages: given.pages, address: (page) => here(given, { page }) })}`
