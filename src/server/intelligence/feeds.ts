import { z } from 'zod'
import { feed } from '../platform/api/feed.ts'
import type { Operation } from '../platform/api/operation.ts'
import { filterOf, itemFilter } from './item-filter.ts'
import { sayItem } from './item-said.ts'
import { itemsAfter } from './items-after.ts'

/** Intelligence as a file that is fetched again and again. */
export const feeds: readonly Operation[] = [
  feed({
    file: 'intelligence.csv',
    scope: 'intelligence:export',
    does: 'All intelligence as CSV',
    reads: 'intelligence',
    query: z.strictObject(itemFilter),
    lines: async (asking) =>
      (await itemsAfter(filterOf(asking, asking.query), null, null)).map((row) => sayItem(asking, row)),
    columns: [
      { name: 'id', says: 'our id', of: ({ id }) => id },
      { name: 'service', says: 'the id of the service', of: ({ service }) => service },
      { name: 'version', says: 'how often it was written', of: ({ version }) => version },
      { name: 'kind', says: 'the kind, by its id', of: ({ kind }) => kind },
      { name: 'occurred', says: 'the day on which it happened', of: ({ occurred }) => occurred },
      { name: 'concluded', says: 'the day on which the case ended', of: ({ concluded }) => concluded },
      { name: 'outcome', says: 'how it ended', of: ({ outcome }) => outcome },
      {
        name: 'progressed',
        says: 'whether a section 42 enquiry progressed',
        of: ({ progressed }) => progressed,
      },
      { name: 'reference', says: 'the reference in the other system', of: ({ reference }) => reference },
      { name: 'recordedAt', says: 'when this version was recorded', of: ({ recordedAt }) => recordedAt },
      // New columns come last: a spreadsheet may go by their places.
      { name: 'category', says: 'what it is about, by its id', of: ({ category }) => category },
      { name: 'source', says: 'where it came from, by its id', of: ({ source }) => source },
      { name: 'route', says: 'to whom it came first, by its id', of: ({ route }) => route },
    ],
  }),
]
