import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { searchForm } from '../../../ui/search-form.ts'
import type { ListedService } from '../../register/queries/list-services.ts'
import { nameOfType } from '../../register/words.ts'

const found = (services: readonly ListedService[]): Html =>
  scrollRegion({
    label: 'Services found',
    content: table({
      head: ['Service', 'Type', 'Place', 'Commissioned'].map((text) => ({ text })),
      rows: services.map((service) => [
        { html: html`<a class="govuk-link" href="/contracts/new?service=${service.id}">${service.name}</a>` },
        { text: nameOfType(service.type) },
        { text: [service.place, service.postcode].filter(Boolean).join(', ') },
        { text: service.commissioned ? 'Yes' : 'No' },
      ]),
      firstCellIsHeader: true,
    }),
  })

/** The first step to a new contract: which service it is for. */
export const chooseServicePage = (given: {
  readonly words: string | null
  readonly services: readonly ListedService[]
}): Html => html`${pageHeading({ text: 'Which service is the contract for?', caption: 'Add a contract' })}
${searchForm({
  action: '/contracts/new',
  label: 'Search for a service',
  hint: 'By name, place, postcode or CQC id. Spelling need not be exact.',
  value: given.words ?? undefined,
})}
${
  given.words !== null &&
  html`<p class="govuk-body"><strong>${counted(given.services.length, 'service', 'services')}</strong> like “${given.words}”. Choose one.</p>
${given.services.length > 0 ? found(given.services) : emptyState({ title: 'No service matches', text: 'Try fewer words, or add the contract with a new service.' })}`
}
<p class="govuk-body">Not every service is registered with CQC: a day centre is not, nor is a prevention grant.</p>
${button({ text: 'The service is not in the register', href: '/contracts/new?service=new', classes: 'govuk-button--secondary' })}`
