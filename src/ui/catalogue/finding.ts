import type { Example } from '../catalogue.ts'
import { filter } from '../components/filter.ts'
import { select } from '../components/select.ts'
import { table } from '../components/table.ts'
import { filterChips } from '../filter-chips.ts'
import { html } from '../html.ts'
import { scrollRegion } from '../scroll-region.ts'
import { searchForm } from '../search-form.ts'
import { sortHeader } from '../sort-header.ts'
import { statusTag } from '../status-tag.ts'

const services = table({
  caption: '3 services',
  captionClasses: 'govuk-table__caption--m',
  classes: 'plumbline-table--dense',
  firstCellIsHeader: true,
  head: [
    sortHeader({ text: 'Service', href: '#by-name', direction: 'ascending' }),
    { text: 'Type' },
    { text: 'Place' },
    { text: 'Decided' },
    { text: 'Proposed' },
    sortHeader({ text: 'People', href: '#by-people', format: 'numeric' }),
    { text: 'Next due' },
    { text: 'Contract lead' },
  ],
  rows: [
    [
      { html: html`<a class="govuk-link" href="#rowan-house">Rowan House</a>` },
      { text: 'Care home' },
      { text: 'Eastmarch' },
      { html: statusTag({ text: 'Amber', colour: 'amber' }) },
      { html: statusTag({ text: 'Red', colour: 'red', outlined: true, prefix: 'Proposed' }) },
      { text: 40, format: 'numeric' },
      { text: '3 days overdue, 18 November' },
      { text: 'Asha Verma' },
    ],
    [
      { html: html`<a class="govuk-link" href="#larkfield">Larkfield Home Care</a>` },
      { text: 'Home care' },
      { text: 'Northmarch' },
      { html: statusTag({ text: 'Green', colour: 'green' }) },
      { text: 'No change' },
      { text: 118, format: 'numeric' },
      { text: 'In 2 weeks, 5 December' },
      { text: 'Tom Oakes' },
    ],
    [
      { html: html`<a class="govuk-link" href="#mill-lane">Mill Lane</a>` },
      { text: 'Supported living' },
      { text: 'Eastmarch' },
      { html: statusTag({ text: 'Not rated', colour: 'grey' }) },
      { text: 'Not enough is known' },
      { text: 6, format: 'numeric' },
      { text: 'Nothing due' },
      { text: 'Tom Oakes' },
    ],
  ],
})

/** What finds things and compares them. */
export const findingExamples: readonly Example[] = [
  {
    name: 'search-form',
    title: 'Services',
    render: () =>
      searchForm({
        action: '#search',
        label: 'Find a service',
        hint: 'Name, place or CQC id',
        value: 'rowan',
      }),
  },
  {
    name: 'search-form',
    title: 'Keeps a choice',
    render: () =>
      searchForm({
        action: '#search',
        name: 'provider',
        label: 'Find a provider',
        kept: { type: 'care-home' },
      }),
  },
  {
    name: 'filter-chips',
    title: 'By colour',
    render: () =>
      filterChips({
        label: 'Decided colour',
        items: [
          { text: 'All', href: '#all', count: 44, current: true },
          { text: 'Red', href: '#red', count: 3 },
          { text: 'Amber', href: '#amber', count: 9 },
          { text: 'Green', href: '#green', count: 28 },
          { text: 'Not rated', href: '#none', count: 4 },
        ],
      }),
  },
  {
    name: 'filter-chips',
    title: 'Without counts',
    render: () =>
      filterChips({
        label: 'Type',
        items: [
          { text: 'Care home', href: '#1' },
          { text: 'Home care', href: '#2' },
        ],
      }),
  },
  {
    name: 'filter',
    title: 'Several choices',
    render: () =>
      filter({
        heading: { text: 'Filter services' },
        selectedFilters: {
          heading: { text: 'Chosen' },
          clearLink: { text: 'Clear all', href: '#clear' },
          categories: [{ heading: { text: 'Type' }, items: [{ text: 'Care home', href: '#without-type' }] }],
        },
        optionsHtml: select({
          name: 'lead',
          label: { text: 'Contract lead' },
          items: [{ text: 'Anyone' }, { text: 'Asha Verma' }],
        }),
      }),
  },
  {
    name: 'filter',
    title: 'Nothing chosen',
    render: () =>
      filter({
        heading: { text: 'Filter providers' },
        optionsHtml: select({
          name: 'place',
          label: { text: 'Place' },
          items: [{ text: 'Anywhere' }, { text: 'Eastmarch' }],
        }),
      }),
  },
  {
    name: 'scroll-region',
    title: 'A wide table',
    render: () => scrollRegion({ label: 'Services', content: services }),
  },
  {
    name: 'scroll-region',
    title: 'Short words',
    render: () =>
      scrollRegion({ label: 'Reference', content: html`<p class="govuk-body">EM-2041-2026-11-21</p>` }),
  },
  {
    name: 'table',
    title: 'Tolerances',
    render: () =>
      table({
        caption: 'Care concerns for each 100 people',
        captionClasses: 'govuk-table__caption--m',
        head: [{ text: 'Green' }, { text: 'Amber' }, { text: 'Red' }],
        rows: [
          [
            { text: 'under 2%' },
            { text: '2% to 5%', classes: 'plumbline-cell--marked' },
            { text: 'over 5%' },
          ],
        ],
      }),
  },
  {
    name: 'table',
    title: 'Numbers',
    render: () =>
      table({
        firstCellIsHeader: true,
        head: [{ text: 'Month' }, { text: 'Concerns', format: 'numeric' }],
        rows: [
          [{ text: 'October 2026' }, { text: 2, format: 'numeric' }],
          [{ text: 'November 2026' }, { text: 1, format: 'numeric' }],
        ],
      }),
  },
]
