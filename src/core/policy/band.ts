/** The steps of a rating: what a policy calls them, and the colour in which it shows them. */

/** Colours that a step may have. A colour never stands alone: the name of the step is always beside it. */
export const bandColours = ['red', 'amber', 'green', 'blue', 'grey'] as const

export type BandColour = (typeof bandColours)[number]

const isColour = (text: string): text is BandColour => bandColours.some((colour) => colour === text)

/** Returns the colour of a step whose policy names none: that of its id, where the id is a colour; else blue. */
export const colourWithout = (id: string): BandColour => (isColour(id) ? id : 'blue')

export type Band = { readonly id: string; readonly name: string; readonly colour: BandColour }

/**
 * Returns a step by its id. One that the policy does not have (an older version had it, say) is named by its id, so
 * that what was stored can always be shown.
 */
export const bandNamed = (bands: readonly Band[], id: string): Band =>
  bands.find((band) => band.id === id) ?? {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    colour: colourWithout(id),
  }
