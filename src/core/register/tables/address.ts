import { type LocationFacts, stated } from '../knowledge.ts'

type Address = NonNullable<LocationFacts['address']>
type Line = string | null | undefined

/** Returns an address from its columns; a file without a column for the county says nothing of it. */
export const addressOf = (given: { line1?: Line; line2?: Line; town?: Line; county?: Line }): Address => ({
  lines: [given.line1, given.line2].flatMap((line) => line ?? []),
  ...stated({ town: given.town, county: given.county }),
})

/**
 * Returns an address from one text, which ends with the town. Its lines are joined by commas without a space; in one
 * that has no such comma, every comma counts.
 */
export const addressIn = (text: string): Address => {
  const lines = text
    .split(/,(?! )/.test(text) ? /,(?! )/ : /, /)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { lines: lines.slice(0, -1), town: lines.at(-1) ?? null }
}
