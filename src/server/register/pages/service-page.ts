import type { Day } from '../../../core/kit/days.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { BriefContract } from '../../contracts/queries/list-contracts.ts'
import { decidedTag } from '../../decisions/pages/decided-tag.ts'
import type { DecidedBand } from '../../decisions/queries/decided.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import type { Proposal } from '../../ratings/queries.ts'
import type { PastRating } from '../queries/rating-history.ts'
import type { ShownIntelligence, ShownService } from '../queries/show-service.ts'
import { nameOfType } from '../words.ts'
import { type FiveThings, fiveThings } from './five-things.ts'
import { latestIntelligence } from './latest-intelligence.ts'
import { proposedTag } from './proposed-tag.ts'
import { ratingHistorySection } from './rating-history.ts'
import { contractRows, endedRow, keepLinks } from './service-contracts.ts'

export type ServicePage = {
  /** Leads to the other pages of the service. */
  readonly tabs: Html
  readonly service: ShownService
  readonly proposal: Proposal | null
  /** The decision that stands; null where none does, or where the reader may not see it. */
  readonly decided: DecidedBand | null
  /** The steps of the policy that made the proposal. */
  readonly bands: readonly Band[]
  readonly intelligence: readonly ShownIntelligence[]
  readonly history: readonly PastRating[]
  readonly asAt: Day | null
  readonly seesRatings: boolean
  readonly seesIntelligence: boolean
  readonly maySupplyConcern: boolean
  /** What the five cards are made of beside what stands here. */
  readonly five: Omit<
    FiveThings,
    'service' | 'location' | 'history' | 'proposal' | 'tags' | 'seesRatings' | 'asAt'
  >
  /** What there is to do about the service; false where there is nothing, or nothing that the reader may see. */
  readonly work: Html | false
  readonly seesSuspensions: boolean
  readonly mayDecideSuspensions: boolean
  /** That nobody new can be placed; false where all can. */
  readonly suspended: Html | false
  /** Null for those who see no contracts. */
  readonly contracts: readonly BriefContract[] | null
  readonly mayKeep: boolean
  /** What is stated of the service for the rating; false where there is nothing to show. */
  readonly stated: Html | false
}

/** *Care home, 40 people, Thornhay, Eastmarch*: what the thing is. */
const captionOf = ({ population = null, ...service }: ShownService): string =>
  [
    nameOfType(service.service_type),
    population === null ? null : counted(population, 'person', 'people'),
    service.place,
    service.commissioned ? `commissioned by ${service.authority}` : 'not commissioned',
  ]
    .filter(Boolean)
    .join(', ')

const whyAddress = ({ service, asAt }: ServicePage): string =>
  `/services/${service.id}/why${asAt === null ? '' : `?as-at=${asAt}`}`

const tagOf = ({ proposal, bands }: ServicePage): Html => {
  const band = proposal?.rating.overall.band ?? null
  return proposedTag(band === null ? null : bandNamed(bands, band))
}

/** What people decided, and what is proposed beside it: the proposal alone where nobody decided yet. */
const tags = (given: ServicePage): Html => {
  const { decided, proposal, bands } = given
  if (decided === null) return tagOf(given)
  const same = proposal?.rating.overall.band === decided.band
  return html`${decidedTag(bandNamed(bands, decided.band))}${!same && html` ${tagOf(given)}`}`
}

const decidedInWords = ({ decided, bands }: ServicePage): Html | false =>
  decided !== null &&
  html`<p class="govuk-body">Decided ${bandNamed(bands, decided.band).name} on ${dayInWords(decided.decidedOn)} by ${listed(decided.deciders.map(({ name }) => name))}. It has been ${bandNamed(bands, decided.band).name} since ${dayInWords(decided.inBandSince)}.</p>`

const details = ({ service, contracts }: ServicePage): Html =>
  summaryList({
    rows: [
      {
        key: { text: 'Provider' },
        value: { text: service.provider_name ?? service.registered_provider ?? 'Not known' },
      },
      endedRow(service),
      ...contractRows(contracts),
      {
        key: { text: 'Address' },
        value: { text: [service.place, service.postcode].filter(Boolean).join(', ') || 'Not known' },
      },
      service.location_id !== null &&
        !service.invented && {
          key: { text: 'CQC id' },
          value: {
            html: html`<a class="govuk-link" href="https://www.cqc.org.uk/location/${service.location_id}" rel="external">${service.location_id} on CQC’s website</a>`,
          },
        },
      service.registered_from !== null && {
        key: { text: 'Registered' },
        value: {
          text: `Since ${dayInWords(service.registered_from)}${service.registered_to === null ? '' : `, ended on ${dayInWords(service.registered_to)}`}`,
        },
      },
      {
        key: { text: 'Registered manager' },
        value: {
          text:
            service.manager_in_post === null
              ? 'Not known'
              : service.manager_in_post
                ? 'In post'
                : 'Not in post',
        },
      },
    ],
  })

const suspensionLink = ({ service, suspended, mayDecideSuspensions }: ServicePage): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/services/${service.id}/suspensions">${
    mayDecideSuspensions && suspended === false ? 'Suspend new placements' : 'Suspensions of new placements'
  }</a></p>`

const fives = (given: ServicePage): Html =>
  fiveThings({
    ...given.five,
    service: given.service.id,
    location: given.service.location_id,
    history: given.history,
    proposal: given.proposal,
    tags: tags(given),
    seesRatings: given.seesRatings,
    asAt: given.asAt,
  })

/** A service at a glance. */
export const servicePage = (given: ServicePage): Html => html`${pageHeading({
  text: given.service.name,
  caption: captionOf(given.service),
  aside: given.seesRatings && tags(given),
})}
${given.tabs}
${given.suspended}
${asAtNotice(given.asAt, `/services/${given.service.id}`)}
${
  given.seesRatings &&
  html`<p class="govuk-body-l">${given.proposal?.rating.overall.because ?? 'No rating was proposed yet.'} <a class="govuk-link" href="${whyAddress(given)}">Why this rating</a></p>`
}
${given.seesRatings && decidedInWords(given)}
${given.maySupplyConcern && given.asAt === null && button({ text: 'Record a concern or feedback', href: `/services/${given.service.id}/intelligence/new` })}
${fives(given)}
${given.work}
${given.seesIntelligence && latestIntelligence(given)}
${given.stated}
${ratingHistorySection(given.history, given.service.location_id)}
<h2 class="govuk-heading-m">${given.asAt === null ? 'Details' : 'Details, as they are now'}</h2>
${details(given)}
${given.seesSuspensions && given.asAt === null && suspensionLink(given)}
${given.mayKeep && given.asAt === null && keepLinks(given.service)}
${
  !given.service.invented &&
  html`<p class="govuk-body-s">Facts of the register come from the Care Quality Commission, under the Open Government Licence v3.0.</p>`
}`
