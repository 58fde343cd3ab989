/** How a band that people choose stands to the one that is proposed, and what it then needs (W3.4, WA1). */

/**
 * `follows`: it is the proposed one. `permitted`: another that the criteria permit. `override`: one that they do not
 * permit. `unproposed`: too little is known, so nothing is proposed.
 */
export const departures = ['follows', 'permitted', 'override', 'unproposed'] as const

export type Departure = (typeof departures)[number]

/** Whether a text is one of them. */
export const isDeparture = (text: string): text is Departure => departures.some((each) => each === text)

/** What the system says of a service: the band that it proposes, if any, and those that the criteria permit. */
export type Proposed = { readonly band: string | null; readonly permits: readonly string[] }

/** Returns how a band stands to what is proposed. */
export const departureOf = (band: string, proposed: Proposed): Departure => {
  if (proposed.band === null) return 'unproposed'
  if (band === proposed.band) return 'follows'
  return proposed.permits.includes(band) ? 'permitted' : 'override'
}

/** Whether people must say why: always where they differ from the proposal, or where there is none. */
export const needsReason = (departure: Departure): boolean => departure !== 'follows'
