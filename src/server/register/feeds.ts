import { z } from 'zod'
import { feed } from '../platform/api/feed.ts'
import type { Operation } from '../platform/api/operation.ts'
import { servicesAfter } from './queries/services-after.ts'
import { filterOf, serviceFilter } from './service-filter.ts'
import { sayService } from './service-said.ts'

/** Services as a file that is fetched again and again. */
export const feeds: readonly Operation[] = [
  feed({
    file: 'services.csv',
    scope: 'services:export',
    does: 'All services as CSV',
    query: z.strictObject(serviceFilter),
    lines: async (asking) =>
      (await servicesAfter(filterOf(asking, asking.query), null, null)).map((row) => sayService(asking, row)),
    columns: [
      { name: 'id', says: 'our id', of: ({ id }) => id },
      { name: 'name', says: 'its name', of: ({ name }) => name },
      { name: 'type', says: 'the type of service, by its id in the policy', of: ({ type }) => type },
      { name: 'provider', says: 'who runs it, by the contract', of: ({ provider }) => provider },
      { name: 'place', says: 'town', of: ({ place }) => place },
      { name: 'postcode', says: 'postcode', of: ({ postcode }) => postcode },
      { name: 'locationId', says: 'CQC’s id of the location', of: ({ locationId }) => locationId },
      { name: 'cqcRating', says: 'CQC’s overall rating', of: ({ cqcRating }) => cqcRating },
      {
        name: 'cqcPublished',
        says: 'the day on which CQC published it',
        of: ({ cqcPublished }) => cqcPublished,
      },
      { name: 'commissioned', says: 'whether the council buys it', of: ({ commissioned }) => commissioned },
      { name: 'population', says: 'how many people use it', of: ({ population }) => population },
      { name: 'lead', says: 'the contract lead', of: ({ lead }) => lead },
      {
        name: 'proposedRating',
        says: 'the band that is proposed; empty unless the token may also read ratings',
        of: ({ proposedRating }) => proposedRating,
      },
      { name: 'invented', says: 'true for what a demonstration made up', of: ({ invented }) => invented },
    ],
  }),
]
