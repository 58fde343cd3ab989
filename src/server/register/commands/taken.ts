import type { RatingChange, SavedLocations } from './save-locations.ts'

/** What an import has taken in so far. A location that comes in two pieces counts once. */
export type Taken = {
  readonly added: Set<string>
  readonly changed: Set<string>
  readonly unchanged: Set<string>
  readonly ratings: RatingChange[]
}

export const nothingTaken = (): Taken => ({
  added: new Set(),
  changed: new Set(),
  unchanged: new Set(),
  ratings: [],
})

/** Adds what one batch did. */
export const took = (taken: Taken, saved: SavedLocations): void => {
  for (const id of saved.added) taken.added.add(id)
  for (const id of saved.changed) if (!taken.added.has(id)) taken.changed.add(id)
  for (const id of saved.unchanged)
    if (!taken.added.has(id) && !taken.changed.has(id)) taken.unchanged.add(id)
  for (const id of saved.changed) taken.unchanged.delete(id)
  // An import that adds a location does not change its rating.
  taken.ratings.push(...saved.ratings.filter(({ location }) => !taken.added.has(location)))
}
