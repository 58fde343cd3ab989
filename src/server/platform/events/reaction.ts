import type { Event, EventKind } from './event.ts'

/**
 * What a term does when another term's event arrives. A table of these stands in each slice's
 * `reactions.ts`.
 *
 * - `same-transaction`: runs before the command's commit, so that nobody ever sees the one without the other.
 * - `later`: one job per reaction, sent in the same transaction; runs once per event and reaction, and
 *   again when it failed. Mail, CQC, scans and anything slow are `later` only.
 */
export type Reaction<Kind extends EventKind = EventKind> = {
  [K in Kind]: {
    /** Names the slice and what it does: `ratings.re-rate`. Also the name of its job queue. */
    readonly name: string
    readonly on: K
    readonly when: 'same-transaction' | 'later'
    readonly run: (event: Event<K>) => Promise<void>
    /** What is written where a `later` reaction failed for the last time, so that nobody waits for it in vain. */
    readonly givenUp?: (event: Event<K>) => Promise<void>
  }
}[Kind]

/** Runs a reaction on the event that it is declared for. */
export const react = (reaction: Reaction, event: Event): Promise<void> => {
  if (reaction.on !== event.kind) throw new Error(`${reaction.name} does not react to ${event.kind}`)
  // The line above is the proof that the compiler cannot follow: kind and payload belong together.
  return (reaction.run as (event: Event) => Promise<void>)(event)
}

/** Says that a reaction will not be tried again, where it has something to say. */
export const giveUp = (reaction: Reaction, event: Event): Promise<void> =>
  (reaction.givenUp as ((event: Event) => Promise<void>) | undefined)?.(event) ?? Promise.resolve()
