import type { Day } from '../../../core/kit/days.ts'
import { quarterOf } from '../../../core/kit/quarters.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { asAtForm } from '../../platform/http/as-at-form.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import type { ListedActivity } from '../queries/list-plan.ts'
import { addressOf, type PlanSearch, type Which, wholePlan } from '../search.ts'
import { dayAndTime, dueInWords, stateTag, whoInWords } from '../words.ts'
import type { Choosable } from './form-parts.ts'
import { teamFilter } from './team-filter.ts'

export type TeamPage = {
  readonly search: PlanSearch
  readonly activities: readonly ListedActivity[]
  readonly count: number
  readonly perPage: number
  readonly people: readonly Choosable[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly today: Day
  readonly mayExport: boolean
}

const whichNames: Readonly<Record<Which, string>> = { open: 'To be done', overdue: 'Overdue', held: 'Held' }

const chips = (search: PlanSearch): Html =>
  filterChips({
    label: 'Show',
    items: (['open', 'overdue', 'held'] as const).map((which) => ({
      text: whichNames[which],
      href: addressOf({ ...search, which, page: 1 }),
      current: search.which === which,
    })),
  })

const rowOf = (row: ListedActivity, today: Day, asAt: Day | null) => [
  { html: html`<a class="govuk-link" href="/activities/${row.id}">${row.name}</a>` },
  {
    html: html`<a class="govuk-link" href="/services/${row.serviceId}/plan${asAt !== null && `?as-at=${asAt}`}">${row.service}</a>`,
  },
  {
    html:
      row.state === 'held'
        ? html`${row.due === null ? '' : dayInWords(row.due)}`
        : dueInWords(row.due, today),
  },
  {
    html: html`${stateTag(row.state, row.byProvider)}${
      row.state !== 'due' &&
      html`<br>${dayAndTime(row.heldOn ?? row.arrangedFor, row.heldOn === null ? row.atTime : null)}`
    }`,
  },
  { text: whoInWords(row) },
  { text: row.lead ?? 'Nobody is named' },
]

/** The plan of the whole team. */
export const teamPage = (given: TeamPage): Html => {
  const { search, activities, count, perPage, today } = given
  return html`${pageHeading({ text: 'Monitoring plan' })}
${asAtNotice(search.asAt, addressOf({ ...search, asAt: null, page: 1 }), 'names of services, references and leads of contracts')}
<p class="govuk-body"><a class="govuk-link" href="/plan/quarters/${quarterOf(today)}">This quarter by assessor</a>. <a class="govuk-link" href="/plan/calendars">Calendar addresses</a></p>
${teamFilter(given)}
${chips(search)}
<p class="govuk-body"><strong>${counted(count, 'activity', 'activities')}</strong>${
    count > 0 &&
    given.mayExport &&
    html`. <a class="govuk-link" href="${addressOf({ ...search, page: 1 }, '/plan/plan.csv')}">Download CSV</a>`
  }</p>
${
  activities.length === 0
    ? emptyState({
        title: 'Nothing matches',
        text: 'Take a filter away, or show what was held.',
        action: { text: 'Show all that is to be done', href: addressOf({ ...wholePlan, asAt: search.asAt }) },
      })
    : scrollRegion({
        label: 'Monitoring plan',
        content: table({
          head: [
            'Activity',
            'Service',
            search.which === 'held' ? 'Was due' : 'Due',
            'State',
            'Who',
            'Contract lead',
          ].map((text) => ({ text })),
          rows: activities.map((row) => rowOf(row, today, search.asAt)),
          firstCellIsHeader: true,
        }),
      })
}
${pagesOf({ page: search.page, pages: Math.ceil(count / perPage), address: (page) => addressOf({ ...search, page }) })}
${asAtForm(addressOf({ ...search, asAt: null, page: 1 }), search.asAt)}`
}
