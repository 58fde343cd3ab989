import { counted, dayInWords } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { searchForm } from '../../../ui/search-form.ts'
import { sortHeader } from '../../../ui/sort-header.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { decidedTag } from '../../decisions/pages/decided-tag.ts'
import { asAtForm } from '../../platform/http/as-at-form.ts'
import { type ListedService, perPage, type ServiceSearch } from '../queries/list-services.ts'
import type { SortKey } from '../queries/sort-services.ts'
import { addressOf } from '../search.ts'
import { nameOfType } from '../words.ts'
import { asAtBanner } from './as-at-parts.ts'
import { proposedTag } from './proposed-tag.ts'

const whichNames = {
  commissioned: 'Commissioned',
  area: 'In the area, not commissioned',
  all: 'All',
} as const

const whichChips = (search: ServiceSearch): Html =>
  filterChips({
    label: 'Show',
    items: (['commissioned', 'area', 'all'] as const).map((which) => ({
      text: whichNames[which],
      href: addressOf({ ...search, which, page: 1 }),
      current: search.which === which,
    })),
  })

const typeChips = ({ search, types }: ServicesPage): Html =>
  filterChips({
    label: 'Type',
    items: [
      { text: 'All', href: addressOf({ ...search, type: null, page: 1 }), current: search.type === null },
      ...types.map(({ id, name }) => ({
        text: name,
        href: addressOf({ ...search, type: id, page: 1 }),
        current: search.type === id,
      })),
    ],
  })

const bandChips = (
  { search }: ServicesPage,
  bands: readonly Band[],
  by: 'decided' | 'proposed',
  names: { readonly label: string; readonly none: string },
): Html =>
  filterChips({
    label: names.label,
    items: [
      { id: null, name: 'All' },
      ...bands.map(({ id, name }) => ({ id, name })),
      { id: 'none', name: names.none },
    ].map(({ id, name }) => ({
      text: name,
      href: addressOf({ ...search, [by]: id, page: 1 }),
      current: search[by] === id,
    })),
  })

const suspendedChips = (search: ServiceSearch): Html =>
  filterChips({
    label: 'New placements',
    items: [false, true].map((suspended) => ({
      text: suspended ? 'Suspended' : 'All',
      href: addressOf({ ...search, suspended, page: 1 }),
      current: search.suspended === suspended,
    })),
  })

const suspended = ({ suspendedSince }: ListedService): Html | false =>
  suspendedSince !== null &&
  html`<br>${statusTag({ text: 'Suspended', colour: 'red' })} <span class="govuk-hint govuk-!-margin-0">since ${dayInWords(suspendedSince)}</span>`

const ended = (service: ListedService): Html | false =>
  service.registeredTo !== null &&
  html`<br><span class="govuk-hint govuk-!-margin-0">No longer registered</span>`

type Type = { readonly id: string; readonly name: string }

/** What the list of services is made of. */
export type ServicesPage = {
  readonly search: ServiceSearch
  readonly services: readonly ListedService[]
  readonly count: number
  /** The service types of the policy in force. */
  readonly types: readonly Type[]
  /** The steps of that policy; null for those who see no ratings. */
  readonly bands: readonly Band[] | null
  /** What that policy calls its rating. */
  readonly ratingName: string
  readonly mayImport: boolean
  readonly mayExport: boolean
}

/** What a type of service is called in the policy, or here. */
export const typeOf = (types: readonly Type[], type: string): string =>
  types.find(({ id }) => id === type)?.name ?? nameOfType(type)

/** People decide of the services that the council commissions; of the others nothing is to be said. */
const decidedCell = ({ decided, commissioned }: ListedService, bands: readonly Band[]): Html =>
  decided === null && !commissioned ? html`` : decidedTag(decided === null ? null : bandNamed(bands, decided))

const rows = ({ search, services, types, bands }: ServicesPage) =>
  services.map((service) => [
    {
      html: html`<a class="govuk-link" href="/services/${service.id}${search.asAt === null ? '' : `?as-at=${search.asAt}`}">${service.name}</a>${ended(service)}${suspended(service)}`,
    },
    { text: typeOf(types, service.type) },
    { text: [service.place, service.postcode].filter(Boolean).join(', ') },
    { text: service.cqc ?? 'Not rated' },
    ...(bands === null
      ? []
      : [
          { html: decidedCell(service, bands) },
          { html: proposedTag(service.proposed === null ? null : bandNamed(bands, service.proposed)) },
        ]),
    { text: service.lead ?? 'None named' },
  ])

const heads = ({ search, bands, ratingName }: ServicesPage) => {
  const by = (sort: SortKey, text: string) => {
    const current = search.sort === sort
    return sortHeader({
      text,
      href: addressOf({ ...search, sort, down: current && !search.down, page: 1 }),
      direction: current ? (search.down ? 'descending' : 'ascending') : undefined,
    })
  }
  return [
    by('name', 'Service'),
    by('type', 'Type'),
    by('place', 'Place'),
    { text: 'CQC' },
    ...(bands === null ? [] : [by('decided', 'Decided'), by('proposed', ratingName)]),
    by('lead', 'Contract lead'),
  ]
}

/** The list of services: search first, then what matters. */
export const servicesPage = (given: ServicesPage): Html => {
  const { search, count, bands } = given
  return html`${pageHeading({ text: 'Services' })}
${asAtBanner(search)}
${searchForm({
  action: '/services',
  label: 'Search for a service',
  hint: 'By name, place, postcode or CQC id. Spelling need not be exact.',
  value: search.words ?? undefined,
  kept: {
    which: search.which,
    ...(search.type === null ? {} : { type: search.type }),
    ...(search.proposed === null ? {} : { proposed: search.proposed }),
    ...(search.decided === null ? {} : { decided: search.decided }),
    ...(search.suspended ? { suspended: 'yes' } : {}),
    ...(search.asAt === null ? {} : { 'as-at': search.asAt }),
    ...(search.sort === null ? {} : { sort: search.sort, ...(search.down ? { order: 'down' } : {}) }),
  },
})}
${whichChips(search)}
${typeChips(given)}
${bands !== null && bandChips(given, bands, 'decided', { label: 'Decided', none: 'Not decided' })}
${bands !== null && bandChips(given, bands, 'proposed', { label: 'Proposed', none: 'Not rated' })}
${suspendedChips(search)}
<p class="govuk-body" aria-live="polite"><strong>${counted(count, 'service', 'services')}</strong>${search.words && html` like “${search.words}”`}${
    given.mayExport &&
    html`. <a class="govuk-link" href="${addressOf(search, '/services/services.csv')}">Download CSV</a>`
  }</p>
${
  count === 0
    ? emptyState({
        title: 'No service matches',
        text: 'Try fewer words, or look among all services.',
        action: { text: 'Show all services', href: '/services?which=all' },
      })
    : scrollRegion({
        label: search.asAt === null ? 'Services' : `Services as known on ${dayInWords(search.asAt)}`,
        content: table({
          head: heads(given),
          rows: rows(given),
          firstCellIsHeader: true,
        }),
      })
}
${asAtForm(addressOf({ ...search, asAt: null, page: 1 }), search.asAt)}
<p class="govuk-body"><a class="govuk-link" href="/register/locations">Search all of CQC’s register</a></p>
${given.mayImport && html`<p class="govuk-body"><a class="govuk-link" href="/register/imports">Import CQC’s data</a></p>`}
${pagesOf({ page: search.page, pages: Math.ceil(count / perPage), address: (page) => addressOf({ ...search, page }) })}`
}
