import type { Instant } from '../../../core/kit/days.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { Band } from '../../../core/policy/band.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { workList } from '../../../ui/work-list.ts'
import type { OpenWork } from '../../decisions/open-work.ts'
import type { Place } from '../places.ts'
import type { Change } from '../queries/changes.ts'
import { type ListedAlert, perPage } from '../queries/list-alerts.ts'
import { alertItems } from './alert-list.ts'
import { changesList } from './changes.ts'
import { agreedByOthers, openSessionsPart, toAgree } from './open-sessions.ts'

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
  /** Sessions at which the person decides; none for anybody else. */
  readonly open: readonly OpenWork[]
  readonly changes: readonly Change[]
  /** Since when changes are shown, and whether that was the person's last visit. */
  readonly since: { readonly at: Instant; readonly lastHere: boolean }
  readonly bands: readonly Band[]
  readonly now: Instant
}

const addressOf = (whose: HomeGiven['whose'], page: number): string =>
  `/?whose=${whose}${page > 1 ? `&page=${page}` : ''}`

const chips = ({ whose, counts, open }: HomeGiven): Html =>
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
      count: counts[each] + toAgree(open).length,
      current: whose === each,
    })),
  })

/** What waits for the person at a session comes after what somebody may be harmed by, and before all else. */
const items = ({ alerts, open, whose, page, now }: HomeGiven) => {
  const [urgent, others] = [true, false].map((first) =>
    alertItems(
      alerts.filter(({ urgency }) => (urgency === 0) === first),
      now,
      whose === 'team',
    ),
  )
  return [...(urgent ?? []), ...(page === 1 ? toAgree(open) : []), ...(others ?? [])]
}

const work = (given: HomeGiven): Html => {
  const { overdue, whose, page, open } = given
  const count = given.count + toAgree(open).length
  if (count === 0)
    return emptyState({
      title: whose === 'mine' ? 'Nothing is waiting for you' : 'Nothing is waiting for your team',
      text: 'Concerns, crossed tolerances and what is due come here by themselves. You can look at any service meanwhile.',
      action: { text: 'Go to Services', href: '/services' },
    })
  return html`<p class="govuk-body"><strong>${counted(count, 'thing', 'things')} to do</strong>${overdue > 0 && `, ${overdue} overdue`}. <a class="govuk-link" href="/alerts?whose=${whose}">Deal with several at once</a></p>
<h2 class="govuk-visually-hidden">To do</h2>
${workList({ label: 'Your work', items: items(given) })}
${pagesOf({ page, pages: Math.ceil(given.count / perPage), address: (each) => addressOf(whose, each) })}`
}

const waiting = ({ waiting: alerts, open, now }: HomeGiven): Html => {
  const items = [...agreedByOthers(open), ...alertItems(alerts, now)]
  return html`<h2 class="govuk-heading-l">Waiting for others</h2>
${items.length === 0 ? html`<p class="govuk-body">You gave nothing to anybody else, and put nothing off.</p>` : workList({ label: 'Waiting for others', items })}`
}

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
${openSessionsPart(page.open)}
${chips(page)}
${work(page)}
${waiting(page)}
${changed(page)}
<p class="govuk-body">To hear of your work by mail, choose <a class="govuk-link" href="/account/notices">your notices</a>.</p>`
