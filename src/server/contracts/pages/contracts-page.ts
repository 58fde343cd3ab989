import type { Standing } from '../../../core/contracts/standing.ts'
import { standings } from '../../../core/contracts/standing.ts'
import { poundsInWords } from '../../../core/kit/typed-amount.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { sortHeader } from '../../../ui/sort-header.ts'
import { type StatusColour, statusTag } from '../../../ui/status-tag.ts'
import { asAtForm } from '../../platform/http/as-at-form.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import { perPage } from '../../register/queries/list-services.ts'
import { nameOfType } from '../../register/words.ts'
import type { ContractSearch, ListedContract, SortKey } from '../queries/list-contracts.ts'
import type { CouncilPerson } from '../queries/people.ts'
import { addressOf } from '../search.ts'
import { filterForm } from './contracts-filter.ts'

/** No green: that is a rating, and a contract that runs says nothing of how good the service is. */
const colours: Readonly<Record<Standing, StatusColour>> = {
  'to-come': 'grey',
  running: 'blue',
  'past-end': 'amber',
  stopping: 'amber',
  ended: 'grey',
  terminated: 'red',
}

/** Where a contract stands, as a tag with its words. */
export const standingTag = (standing: Standing): Html =>
  statusTag({ text: standings[standing], colour: colours[standing] })

/** Who leads, and whether as the Authorised Officer. */
export const leadInWords = ({
  lead,
  leadNamed,
}: {
  readonly lead: string | null
  readonly leadNamed: boolean
}): string => (lead === null ? 'Nobody is named' : leadNamed ? lead : `${lead} (Authorised Officer)`)

const whichNames = { current: 'In force or to come', over: 'Ended', all: 'All' } as const

const whichChips = (search: ContractSearch): Html =>
  filterChips({
    label: 'Show',
    items: (['current', 'over', 'all'] as const).map((which) => ({
      text: whichNames[which],
      href: addressOf({ ...search, which, page: 1 }),
      current: search.which === which,
    })),
  })

const heads = (search: ContractSearch) => {
  const by = (sort: SortKey, text: string, format?: 'numeric') => {
    const current = search.sort === sort
    return sortHeader({
      text,
      format,
      href: addressOf({ ...search, sort, down: current && !search.down, page: 1 }),
      direction: current ? (search.down ? 'descending' : 'ascending') : undefined,
    })
  }
  return [
    by('service', 'Service'),
    { text: 'Type' },
    by('reference', 'Contract'),
    by('provider', 'Provider'),
    by('starts', 'Starts'),
    by('ends', 'Last day'),
    by('value', 'A year', 'numeric'),
    { text: 'Contract lead' },
  ]
}

const rowOf = (contract: ListedContract) => [
  { html: html`<a class="govuk-link" href="/services/${contract.serviceId}">${contract.service}</a>` },
  { text: nameOfType(contract.type) },
  {
    html: html`<a class="govuk-link" href="/contracts/${contract.id}">${contract.reference}</a><br>${standingTag(contract.standing)}`,
  },
  {
    html: html`${contract.provider}${contract.group && html`<br><span class="govuk-hint govuk-!-margin-0">${contract.group}</span>`}`,
  },
  { text: dayInWords(contract.starts) },
  { text: contract.lastDay === null ? 'None agreed' : dayInWords(contract.lastDay) },
  { text: contract.value === null ? '' : poundsInWords(contract.value), format: 'numeric' as const },
  { text: leadInWords(contract) },
]

/** The list of contracts. */
export const contractsPage = (given: {
  readonly search: ContractSearch
  readonly contracts: readonly ListedContract[]
  readonly count: number
  readonly people: readonly CouncilPerson[]
  readonly officer: string | null
  readonly mayEdit: boolean
  readonly mayExport: boolean
}): Html => {
  const { search, contracts, count } = given
  return html`${pageHeading({ text: 'Contracts' })}
${asAtNotice(search.asAt, addressOf({ ...search, asAt: null, page: 1 }), 'names of services and of people')}
${
  given.mayEdit &&
  search.asAt === null &&
  html`<div class="govuk-button-group">${button({ text: 'Add a contract', href: '/contracts/new' })}
${button({ text: 'Take in a file', href: '/contracts/import', classes: 'govuk-button--secondary' })}
<a class="govuk-link" href="/contracts/providers">Providers</a>
<a class="govuk-link" href="/contracts/officer">Authorised Officer${given.officer !== null && `: ${given.officer}`}</a></div>`
}
${filterForm(search, given.people)}
${whichChips(search)}
<p class="govuk-body"><strong>${counted(count, 'contract', 'contracts')}</strong>${
    count > 0 &&
    given.mayExport &&
    html`. <a class="govuk-link" href="${addressOf(search, '/contracts/contracts.csv')}">Download CSV</a>`
  }</p>
${
  count === 0
    ? emptyState({
        title: 'No contract matches',
        text: 'Try fewer words, or look among all contracts.',
        action: {
          text: 'Show all contracts',
          href: `/contracts?which=all${search.asAt !== null ? `&as-at=${search.asAt}` : ''}`,
        },
      })
    : scrollRegion({
        label: 'Contracts',
        content: table({ head: heads(search), rows: contracts.map(rowOf), firstCellIsHeader: true }),
      })
}
${pagesOf({ page: search.page, pages: Math.ceil(count / perPage), address: (page) => addressOf({ ...search, page }) })}
${asAtForm(addressOf({ ...search, asAt: null, page: 1 }), search.asAt)}`
}
