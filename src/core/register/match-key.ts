import { bareName } from '../kit/words.ts'
import type { LocationFacts } from './knowledge.ts'

/** More letters than tell any two names apart, and fewer than an index holds. */
const longest = 200

/**
 * Returns the key by which a location is found that comes without an id: its name and postcode by their letters and
 * digits. Null where one of them is missing, for a name alone would match strangers.
 */
export const matchKeyOf = ({ name, postcode }: LocationFacts): string | null =>
  name && postcode
    ? `${bareName(name).slice(0, longest)} ${bareName(postcode).slice(0, longest)}`.toWellFormed()
    : null
