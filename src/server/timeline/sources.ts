import type { Source } from './source.ts'
import { activities } from './sources/activities.ts'
import { contacts } from './sources/contacts.ts'
import { contracts } from './sources/contracts.ts'
import { cqcRatings } from './sources/cqc-ratings.ts'
import { decisions } from './sources/decisions.ts'
import { intelligence } from './sources/intelligence.ts'
import { suspensions } from './sources/suspensions.ts'
import { visits } from './sources/visits.ts'

/** Everything that a timeline is made of. A new kind of thing that happens is one line here. */
export const sources: readonly Source[] = [
  decisions,
  suspensions,
  intelligence,
  cqcRatings,
  activities,
  visits,
  contacts,
  contracts,
]
