import { counted } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { searchForm } from '../../../ui/search-form.ts'
import type { FoundLocation } from '../queries/find-locations.ts'

const rows = (locations: readonly FoundLocation[]) =>
  locations.map(({ id, name, town, postcode }) => [
    {
      html: html`<a class="govuk-link" href="https://www.cqc.org.uk/location/${id}" rel="external">${name}</a>`,
    },
    { text: [town, postcode].filter(Boolean).join(', ') },
    { text: id },
  ])

const results = (words: string, locations: readonly FoundLocation[]): Html => html`
<p class="govuk-body" aria-live="polite"><strong>${counted(locations.length, 'location', 'locations')}</strong> like “${words}”</p>
${
  locations.length === 0
    ? emptyState({
        title: 'No location matches',
        text: 'Try fewer words. The register holds what was imported of CQC’s files.',
      })
    : scrollRegion({
        label: 'Locations',
        content: table({
          head: ['Location, on CQC’s website', 'Place', 'CQC id'].map((text) => ({ text })),
          rows: rows(locations),
          firstCellIsHeader: true,
        }),
      })
}`

/** CQC's register as far as it was imported: all of England, also what is no service of the council. */
export const locationsPage = (given: {
  readonly words: string | null
  readonly locations: readonly FoundLocation[]
}): Html => html`${pageHeading({ text: 'CQC’s register' })}
${searchForm({
  action: '/register/locations',
  label: 'Search for a location of CQC',
  hint: 'By name, town, postcode or CQC id, also outside the council’s area. Spelling need not be exact.',
  value: given.words ?? undefined,
})}
${given.words !== null && results(given.words, given.locations)}
<p class="govuk-body-s">Facts of the register come from the Care Quality Commission, under the Open Government Licence v3.0.</p>`
