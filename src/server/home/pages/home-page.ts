import type { Instant } from '../../../core/kit/days.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { Band } from '../../../core/policy/band.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import type { Place } from '../places.ts'
import type { Change } from '../queries/changes.ts'
import { type ListedAlert, perPage } from '../queries/list-alerts.ts'
import { alertList } from './alert-list.ts'
import { changesList } from './changes.ts'

export type HomeGiven = {
  readonly name: string
  /** Where the work of the whole team stands. */
  readonly places: readonly Place[]
  readonly whose: 'mine' | 'team'
  readonly counts: { readonly mine: number; readonly team: number }
  readonly alerts: readonly ListedAlert[]
  readonly count: number
  readonly overdue: number
  readonly page: number
  readonly waiting: readonly ListedAlert[]
  readonly changes: readonly Change[]
  /** Since when changes are shown, and whether that was the person's last visit. */
  readonly since: { readonly at: Instant; readonly lastHere: boolean }
  readonly bands: readonly Band[]
  readonly now: Instant
}

const addressOf = (whose: HomeGiven['whose'], page: number): string =>
  `/?whose=${whose}${page > 1 ? `&page=${page}` : ''}`

const chips = ({ whose, counts }: HomeGiven): Html =>
  filterChips({
    label: 'Show',
    items: (
      [
        ['mine', 'Yours'],
        ['team', 'Your team’s'],
      ] as const
    ).map(([each, text]) => ({
      text,
      href: addressOf(each, 1),
      count: counts[each],
      current: whose === each,
    })),
  })

const work = (given: HomeGiven): Html => {
  const { alerts, count, overdue, whose, page, now } = given
  if (count === 0)
    return emptyState({
      title: whose === 'mine' ? 'Nothing is waiting for you' : 'Nothing is waiting for your team',
      text: 'Concerns, crossed tolerances and what is due come here by themselves. You can look at any service meanwhile.',
      action: { text: 'Go to Services', href: '/services' },
    })
  return html`<p class="govuk-body"><strong>${counted(count, 'thing', 'things')} to do</strong>${overdue > 0 && `, ${overdue} overdue`}. <a class="govuk-link" href="/alerts?whose=${whose}">Deal with several at once</a></p>
<h2 class="govuk-visually-hidden">To do</h2>
${alertList('Your work', alerts, now, whose === 'team')}
${pagesOf({ page, pages: Math.ceil(count / perPage), address: (each) => addressOf(whose, each) })}`
}

const waiting = ({ waiting: alerts, now }: HomeGiven): Html =>
  html`<h2 class="govuk-heading-l">Waiting for others</h2>
${alerts.length === 0 ? html`<p class="govuk-body">You gave nothing to anybody else, and put nothing off.</p>` : alertList('Waiting for others', alerts, now)}`

const changed = ({ changes, since, bands }: HomeGiven): Html => {
  const day = dayInWords(dayOf(since.at))
  return html`<h2 class="govuk-heading-l">What changed since ${since.lastHere ? 'you were last here' : day}</h2>
${since.lastHere && html`<p class="govuk-body">You signed in before on ${day}.</p>`}
${changes.length === 0 ? html`<p class="govuk-body">Nothing changed of ${given(since.lastHere)}.</p>` : changesList(changes, bands)}`
}

const given = (lastHere: boolean): string => (lastHere ? 'your services since then' : 'your services')

const placesOf = ({ places }: HomeGiven): Html =>
  html`<ul class="govuk-list" aria-label="The team’s work">${places.map(
    ({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
  )}</ul>`

/** Home: what there is to do, most urgent first; what waits for others; and what changed. No charts. */
export const homePage = (
  page: HomeGiven,
): Html => html`${pageHeading({ text: 'Your work', caption: page.name })}
${placesOf(page)}
${chips(page)}
${work(page)}
${waiting(page)}
${changed(page)}
<p class="govuk-body">To hear of your work by mail, choose <a class="govuk-link" href="/account/notices">your notices</a>.</p>`
