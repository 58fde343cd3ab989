/** Everything that can be wrong with the trail, in words: what, and what to do next. One table. */

/** Where the trail is broken. `event` is null where it is not known which one it was. */
export type Break = {
  readonly wrong: Wrong
  readonly chain: string
  readonly position: number | null
  readonly event: number | null
}

const restore = 'Keep the database as it is, as evidence. Compare this event with your last backup.'

/** What is wrong, by its name. */
export const wrongs = {
  altered: {
    says: 'The event, or its place in the order, was changed after it was sealed.',
    next: restore,
  },
  'event-removed': {
    says: 'The event was taken out after it was sealed.',
    next: 'Keep the database as it is, as evidence. Look for this event in your last backup.',
  },
  'seal-removed': {
    says: 'A seal is missing, and with it the proof of one event or more.',
    next: 'Keep the database as it is, as evidence. Look for the missing seals in your last backup.',
  },
  'payload-altered': {
    says: 'What the event says (its before and after) was changed after it was recorded.',
    next: restore,
  },
  'payload-removed': {
    says: 'What the event says (its before and after) was taken out, and no certificate of disposal says so.',
    next: restore,
  },
  'origin-altered': {
    says: 'The address that the event came from was changed after it was recorded.',
    next: restore,
  },
  'origin-removed': {
    says: 'The address that the event came from was taken out, and no certificate of disposal says so.',
    next: restore,
  },
  inserted: {
    says: 'The event has no seal and waits for none: it was put in past the application, or its seal was taken out.',
    next: 'Keep the database as it is, as evidence. Look whether your last backup has this event.',
  },
  shortened: {
    says: 'The chain ends before the anchor: events at its end were taken out.',
    next: 'Keep the database and the anchor, as evidence. Your last backup before the anchor, and the anchor, say what is missing.',
  },
  rewritten: {
    says: 'The chain is whole, but is not the one that the anchor was taken of: it was made anew.',
    next: 'Keep the database and the anchor, as evidence. Compare the chain with a backup of the anchor’s day.',
  },
} as const satisfies Record<string, { readonly says: string; readonly next: string }>

export type Wrong = keyof typeof wrongs
