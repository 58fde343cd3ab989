import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { nameOfType } from '../../register/words.ts'
import type { OurService } from '../queries/our-services.ts'

const cqcOf = ({ cqc, published }: OurService): string =>
  cqc === null ? 'Not rated' : published === null ? cqc : `${cqc}, ${dayInWords(published)}`

const rowOf = (service: OurService) => [
  {
    html: html`<a class="govuk-link" href="/services/${service.id}">${service.name}</a><br><span class="govuk-hint govuk-!-margin-0">${[nameOfType(service.type), service.place].filter(Boolean).join(', ')}</span>`,
  },
  { text: cqcOf(service) },
  { text: service.managers.length > 0 ? listed(service.managers) : 'Nobody is named' },
  { text: service.lead ?? 'Nobody is named' },
  {
    html: html`<a class="govuk-link" href="/services/${service.id}/people">Who has access<span class="govuk-visually-hidden"> to ${service.name}</span></a>`,
  },
]

const heads = ['Service', 'CQC', 'Registered manager', 'The council’s contract lead', 'People'].map(
  (text) => ({
    text,
  }),
)

const ofCouncil = (authority: string, services: readonly OurService[]): Html =>
  html`<h2 class="govuk-heading-m">${authority}</h2>
${scrollRegion({
  label: `Services with ${authority}`,
  content: table({ head: heads, rows: services.map(rowOf), firstCellIsHeader: true }),
})}`

/** Every service of a person's provider, by council: one account, however many councils (X7, X14). */
export const ourServicesPage = (
  services: readonly OurService[],
  due: Html,
): Html => html`${pageHeading({ text: 'Our services' })}
${
  services.length === 0
    ? emptyState({
        title: 'You have no services here at the moment',
        text: 'A service shows here as long as your provider runs it and you have a part in it. Ask the council’s contract lead if one is missing.',
      })
    : html`${due}
<p class="govuk-body"><strong>${counted(services.length, 'service', 'services')}</strong></p>
${[...Map.groupBy(services, ({ authority }) => authority)].map(([authority, of]) => ofCouncil(authority, of))}`
}`
