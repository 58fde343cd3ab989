import { fieldInWords } from '../../../core/intelligence/in-words.ts'
import type { IntelligenceLists } from '../../../core/intelligence/lists.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { asAtForm } from '../../platform/http/as-at-form.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import { type ItemSearch, itemsPerPage, type ShownItem } from '../queries/items.ts'

type ItemsGiven = {
  /** Leads to the other pages of the service. */
  readonly tabs: Html
  readonly service: { readonly id: string; readonly name: string }
  readonly items: readonly ShownItem[]
  readonly count: number
  readonly counts: ReadonlyMap<string, number>
  readonly search: ItemSearch
  readonly lists: IntelligenceLists
  readonly mayRecord: boolean
}

const addressOf = (service: string, { kind, open, page, asAt }: Partial<ItemSearch>): string => {
  const query = new URLSearchParams({
    ...(asAt ? { 'as-at': asAt } : {}),
    ...(kind ? { kind } : {}),
    ...(open ? { open: 'yes' } : {}),
    ...(page !== undefined && page > 1 ? { page: String(page) } : {}),
  })
  return `/services/${service}/intelligence${query.size > 0 ? `?${query}` : ''}`
}

const chips = ({ service, counts, search, lists }: ItemsGiven): Html => {
  const { asAt } = search
  return filterChips({
    label: 'Kind',
    items: [
      { text: 'All', href: addressOf(service.id, { asAt }), current: search.kind === null && !search.open },
      { text: 'Still open', href: addressOf(service.id, { open: true, asAt }), current: search.open },
      ...lists.kinds.flatMap(({ id, name }) => {
        const count = counts.get(id)
        return count === undefined
          ? []
          : [
              {
                text: name,
                count,
                href: addressOf(service.id, { kind: id, asAt }),
                current: search.kind === id,
              },
            ]
      }),
    ],
  })
}

const endOf = (item: ShownItem, lists: IntelligenceLists): string => {
  const outcome = fieldInWords('outcome', item, lists)
  if (outcome !== '') return `${outcome}${item.concluded ? `, ${dayInWords(item.concluded)}` : ''}`
  return lists.kinds.some(({ id, ends }) => ends && id === item.kind) ? 'Open' : ''
}

const rowOf =
  ({ service, lists }: ItemsGiven) =>
  (item: ShownItem) => [
    {
      html: html`<a class="govuk-link" href="/services/${service.id}/intelligence/${item.id}">${fieldInWords('kind', item, lists)}</a>${item.summary && html`<br><span class="govuk-hint govuk-!-margin-0">${item.summary}</span>`}`,
    },
    { text: fieldInWords('category', item, lists) },
    { text: fieldInWords('occurred', item, lists) },
    { text: item.recorded_at === undefined ? '' : dayInWords(dayOf(item.recorded_at)) },
    { text: fieldInWords('source', item, lists) },
    { text: item.reference ?? '' },
    { text: endOf(item, lists) },
  ]

/** All intelligence of a service, latest first. */
export const itemsPage = (given: ItemsGiven): Html => {
  const { service, items, count, search } = given
  return html`${pageHeading({ text: 'Intelligence', caption: service.name })}
${given.tabs}
${asAtNotice(search.asAt, addressOf(service.id, { ...search, asAt: null, page: 1 }))}
${given.mayRecord && search.asAt === null && button({ text: 'Record a concern or feedback', href: `/services/${service.id}/intelligence/new` })}
${chips(given)}
${
  items.length === 0
    ? emptyState({
        title: 'Nothing is recorded',
        text: 'That is not the same as no concerns: see which kinds are collected, and from when.',
        headingLevel: 2,
      })
    : html`<p class="govuk-body">${counted(count, 'item', 'items')}</p>
${scrollRegion({
  label: 'Intelligence',
  content: table({
    head: ['What', 'About', 'Happened', 'Known', 'From', 'Reference', 'How it ended'].map((text) => ({
      text,
    })),
    rows: items.map(rowOf(given)),
  }),
})}
${pagesOf({
  page: search.page,
  pages: Math.ceil(count / itemsPerPage),
  address: (page) => addressOf(service.id, { ...search, page }),
})}`
}
${asAtForm(addressOf(service.id, { ...search, asAt: null, page: 1 }), search.asAt)}`
}
