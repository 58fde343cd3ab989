import type { Day } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import type { Quarter } from '../../../core/kit/quarters.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { select } from '../../../ui/components/select.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ListedActivity } from '../queries/list-plan.ts'
import { dayAndTime, dueInWords, stateTag } from '../words.ts'
import type { Choosable } from './form-parts.ts'

export type QuarterPage = {
  readonly quarter: Quarter
  readonly before: string
  readonly after: string
  readonly work: readonly ListedActivity[]
  readonly people: readonly Choosable[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly activity: string | null
  readonly today: Day
  readonly mayArrange: boolean
  readonly chosen: readonly string[]
  readonly person: string
  readonly errors: readonly FieldError[]
}

type Of = { readonly id: string; readonly name: string; readonly work: readonly ListedActivity[] }

const leads = 'The contract leads'

const byPerson = ({ work }: QuarterPage): readonly Of[] =>
  [...Map.groupBy(work, ({ personId }) => personId ?? '')]
    .map(([id, of]) => ({ id, name: of[0]?.person ?? leads, work: of }))
    .toSorted(
      (one, other) => Number(one.id === '') - Number(other.id === '') || one.name.localeCompare(other.name),
    )

const isOpen = ({ state }: ListedActivity): boolean => state !== 'held'

const numbers = (work: readonly ListedActivity[], today: Day) => [
  work.length,
  work.filter(({ state }) => state === 'due').length,
  work.filter(({ state }) => state === 'arranged').length,
  work.filter(({ state }) => state === 'held').length,
  work.filter((row) => isOpen(row) && row.due !== null && row.due < today).length,
]

const load = (given: QuarterPage): Html =>
  scrollRegion({
    label: 'Load of each assessor',
    content: table({
      caption: 'Load of each assessor',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Who' },
        ...['In all', 'To arrange', 'Arranged', 'Held', 'Overdue'].map((text) => ({
          text,
          format: 'numeric' as const,
        })),
      ],
      rows: byPerson(given).map(({ id, name, work }) => [
        { html: html`<a class="govuk-link" href="#of-${id || 'leads'}">${name}</a>` },
        ...numbers(work, given.today).map((number) => ({ text: String(number), format: 'numeric' as const })),
      ]),
      firstCellIsHeader: true,
    }),
  })

const box = (row: ListedActivity, given: QuarterPage): Html =>
  given.mayArrange && isOpen(row)
    ? checkboxes({
        name: 'activities',
        idPrefix: `choose-${row.id}`,
        classes: 'govuk-checkboxes--small',
        formGroup: { classes: 'govuk-!-margin-bottom-0' },
        items: [
          {
            value: row.id,
            html: html`<span class="govuk-visually-hidden">Choose ${row.name}, ${row.service}</span>`,
            checked: given.chosen.includes(row.id),
          },
        ],
      })
    : html``

const rowOf = (row: ListedActivity, given: QuarterPage) => [
  { html: box(row, given) },
  { html: html`<a class="govuk-link" href="/activities/${row.id}">${row.name}</a>` },
  { html: html`<a class="govuk-link" href="/services/${row.serviceId}/plan">${row.service}</a>` },
  {
    html: isOpen(row)
      ? dueInWords(row.due, given.today)
      : html`${row.due === null ? '' : dayInWords(row.due)}`,
  },
  {
    html: html`${stateTag(row.state, false)}${row.state !== 'due' && html`<br>${dayAndTime(row.heldOn ?? row.arrangedFor, row.heldOn === null ? row.atTime : null)}`}${
      given.mayArrange &&
      row.state === 'arranged' &&
      html`<br><a class="govuk-link" href="/activities/${row.id}/arrange">Arrange it anew<span class="govuk-visually-hidden">: ${row.name}, ${row.service}</span></a>`
    }`,
  },
]

const ofOne = (of: Of, given: QuarterPage): Html =>
  html`<h2 class="govuk-heading-m" id="of-${of.id || 'leads'}">${of.name}: ${counted(of.work.length, 'activity', 'activities')}</h2>
${scrollRegion({
  label: of.name,
  content: table({
    head: [
      { html: html`<span class="govuk-visually-hidden">Choose</span>` },
      ...['Activity', 'Service', 'Due', 'State'].map((text) => ({ text })),
    ],
    rows: of.work.map((row) => rowOf(row, given)),
  }),
})}`

const giving = ({ people, person, errors }: QuarterPage): Html =>
  html`<div class="govuk-form-group">${select({
    id: 'person',
    name: 'person',
    label: { text: 'Give what is chosen to', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Select' },
      ...people.map(({ id, name }) => ({ value: id, text: name })),
      { value: 'none', text: leads },
    ],
    value: person || undefined,
    errorMessage: errorOf(errors, 'person'),
  })}</div>
${button({ text: 'Assign', preventDoubleClick: true })}`

const address = (quarter: string, activity: string | null): string =>
  `/plan/quarters/${quarter}${activity === null ? '' : `?activity=${activity}`}`

const inWords = ({ from, to }: Quarter): string => `${dayInWords(from)} to ${dayInWords(to)}`

/** What each assessor has in a quarter (W3.9), and the form that gives it to another. */
export const quarterPage = (given: QuarterPage): Html => {
  const { quarter, activity, kinds } = given
  return html`${pageHeading({ text: 'Plan of the quarter', caption: inWords(quarter) })}
<p class="govuk-body"><a class="govuk-link" href="${address(given.before, activity)}">Quarter before</a>, <a class="govuk-link" href="${address(given.after, activity)}">quarter after</a>, <a class="govuk-link" href="/plan">the whole plan</a></p>
${filterChips({
  label: 'Activity',
  items: [
    { text: 'All', href: address(quarter.name, null), current: activity === null },
    ...kinds.map(({ id, name }) => ({
      text: name,
      href: address(quarter.name, id),
      current: activity === id,
    })),
  ],
})}
${
  given.work.length === 0
    ? emptyState({
        title: 'Nothing is planned in this quarter',
        text: 'Plans follow from contracts and decided ratings.',
        action: { text: 'See the whole plan', href: '/plan' },
      })
    : html`${load(given)}
<form method="post" action="/plan/quarters/${quarter.name}/assign" novalidate>
${activity !== null && html`<input type="hidden" name="activity" value="${activity}">`}
${given.mayArrange && giving(given)}
${byPerson(given).map((of) => ofOne(of, given))}
</form>`
}`
}
