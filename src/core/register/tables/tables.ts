import { activeLocations } from './active-locations.ts'
import { directory } from './directory.ts'
import { latestRatings } from './latest-ratings.ts'
import type { Table } from './table.ts'
import { websiteSearch } from './website-search.ts'

export type { Table } from './table.ts'

/** Every table that CQC publishes and we read, in the order in which their headings are tried. */
export const tables: readonly Table[] = [directory, websiteSearch, latestRatings, activeLocations]
