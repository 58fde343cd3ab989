import type { Source } from './source.ts'
import { contracts } from './sources/contracts.ts'
import { cqcRatings } from './sources/cqc-ratings.ts'
import { intelligence } from './sources/intelligence.ts'
import { visits } from './sources/visits.ts'

/** Everything that a timeline is made of. A new kind of thing that happens is one line here. */
export const sources: readonly Source[] = [intelligence, cqcRatings, contracts, visits]
