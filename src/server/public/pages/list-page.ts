import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { PublicService } from '../../../core/publication/public-service.ts'
import type { PublicRegister } from '../../../core/publication/register.ts'
import type { RegisterSearch } from '../../../core/publication/search.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { addressOf } from '../address.ts'
import { type SearchChoices, searchFields } from './search-fields.ts'
import { inventedTag, ratingInWords, suspendedWords } from './words.ts'

const perPage = 50

const rowOf = (service: PublicService, register: PublicRegister) => [
  {
    html: html`<a class="govuk-link" href="/register/${register.authority.id}/services/${service.id}">${service.name}</a>${inventedTag(service)}${service.suspended !== null && html`<br>${suspendedWords(service)}`}`,
  },
  { text: service.type.name },
  { text: [service.place, service.postcode].filter(Boolean).join(', ') },
  { text: ratingInWords(service) },
  { text: service.provider ?? 'Not known' },
]

const downloads = (search: RegisterSearch, base: string): Html => {
  const all = { ...search, page: 1 }
  return html`<p class="govuk-body">Download what is shown: <a class="govuk-link" href="${addressOf(all, `${base}/services.csv`)}">CSV</a>, <a class="govuk-link" href="${addressOf(all, `${base}/services.json`)}">JSON</a>. What the fields mean: <a class="govuk-link" href="/register/schema.json">JSON Schema</a>.</p>`
}

/** When a person last went through the list, and what it says and does not say. */
const about = ({ reviewedOn, showsSuspensions }: PublicRegister): Html =>
  html`<p class="govuk-body">${
    reviewedOn === null
      ? 'Nobody has reviewed this list yet.'
      : html`This list was last reviewed on <strong>${dayInWords(reviewedOn)}</strong>.`
  } Ratings are those of the Care Quality Commission (CQC). ${
    showsSuspensions
      ? 'Where new placements are suspended, the council places nobody new there for now.'
      : 'This list does not say where new placements are suspended.'
  }</p>`

/** The public list of care services: what there is in the area, with CQC's rating (W1.3, W1.4). */
export const listPage = (
  register: PublicRegister,
  choices: SearchChoices,
  search: RegisterSearch,
  found: readonly PublicService[],
): Html => {
  const base = `/register/${register.authority.id}`
  const shown = found.slice((search.page - 1) * perPage, search.page * perPage)
  return html`${pageHeading({ text: 'Care services in the area', caption: register.authority.name })}
${about(register)}
${searchFields(base, search, choices)}
<p class="govuk-body" role="status"><strong>${counted(found.length, 'service', 'services')}</strong>${search.words && html` like “${search.words}”`}</p>
${
  shown.length === 0
    ? emptyState({
        title: 'No service matches',
        text: 'Try fewer words, or choose All.',
        action: { text: 'Show all services', href: base },
      })
    : scrollRegion({
        label: 'Services',
        content: table({
          head: ['Service', 'Type', 'Place', 'CQC’s rating', 'Provider'].map((text) => ({ text })),
          rows: shown.map((service) => rowOf(service, register)),
          firstCellIsHeader: true,
        }),
      })
}
${pagesOf({ page: search.page, pages: Math.ceil(found.length / perPage), address: (page) => addressOf({ ...search, page }, base) })}
${downloads(search, base)}`
}
