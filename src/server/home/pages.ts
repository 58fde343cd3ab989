import { type Day, dayOf, daysBetween } from '../../core/kit/days.ts'
import { counted, dayInWords } from '../../core/kit/words.ts'
import { button } from '../../ui/components/button.ts'
import { table } from '../../ui/components/table.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { scrollRegion } from '../../ui/scroll-region.ts'
import type { WorkItem } from './queries.ts'

/** Due and age in words beside the exact day: *3 days overdue, 18 November 2026*. */
const dueInWords = (due: Day | null, today: Day): string => {
  if (due === null) return 'No date'
  const days = daysBetween(today, due)
  if (days === 0) return 'Due today'
  const words = counted(Math.abs(days), 'day', 'days')
  return days < 0 ? `${words} overdue, ${dayInWords(due)}` : `In ${words}, ${dayInWords(due)}`
}

const rowOf = (item: WorkItem, today: Day, mayDo: boolean) => [
  { html: html`<a class="govuk-link" href="${item.link}">${item.service}</a>` },
  { text: item.because },
  { text: dueInWords(item.due, today) },
  { text: dayInWords(dayOf(item.recordedAt)) },
  ...(mayDo
    ? [
        {
          html: html`<form method="post" action="/tasks/${item.id}/done">${button({
            html: html`Done<span class="govuk-visually-hidden">: ${item.service}</span>`,
            classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
            preventDoubleClick: true,
          })}</form>`,
        },
      ]
    : []),
]

/** Home: what there is to do, most urgent first. No charts. */
export const homePage = (given: {
  readonly name: string
  readonly items: readonly WorkItem[]
  readonly count: number
  readonly today: Day
  readonly mayDo: boolean
}): Html => html`${pageHeading({ text: 'Your work', caption: given.name })}
${
  given.items.length === 0
    ? emptyState({
        title: 'Nothing is waiting for you',
        text: 'New concerns about your services come here. You can look at any service meanwhile.',
        action: { text: 'Go to Services', href: '/services' },
      })
    : html`<p class="govuk-body"><strong>${counted(given.count, 'thing', 'things')} to do</strong>${given.count > given.items.length && `, the ${given.items.length} most urgent are shown`}</p>
${scrollRegion({
  label: 'Your work',
  content: table({
    head: ['Service', 'Why now', 'Due', 'Since', ...(given.mayDo ? ['Action'] : [])].map((text) => ({
      text,
    })),
    rows: given.items.map((item) => rowOf(item, given.today, given.mayDo)),
    firstCellIsHeader: true,
  }),
})}`
}`
