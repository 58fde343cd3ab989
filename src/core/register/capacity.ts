import type { LocationRecord } from './location.ts'

/**
 * Returns how many people a location is registered for, or null where that is unknown. Only care homes are
 * registered for a number of people: elsewhere CQC writes 0, which is no population of zero, or a hospital's beds.
 */
export const capacityOf = (location: Pick<LocationRecord, 'careHome' | 'beds'>): number | null =>
  location.careHome && location.beds ? location.beds : null
