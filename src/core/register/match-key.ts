import { bareName } from '../kit/words.ts'
import type { LocationFacts } from './knowledge.ts'

/**
 * Returns the key by which a location is found that comes without an id: its name and postcode by their letters and
 * digits. Null where one of them is missing, for a name alone would match strangers.
 */
export const matchKeyOf = ({ name, postcode }: LocationFacts): string | null =>
  name && postcode ? `${bareName(name)} ${bareName(postcode)}` : null
