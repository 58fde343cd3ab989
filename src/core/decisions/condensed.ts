/** What a confirmation tells of the decisions since the last one. */
import type { Departure } from './departure.ts'

type Told = {
  readonly service: string
  readonly band: string
  readonly before: string | null
  readonly departure: Departure
}

/**
 * Returns the last decision of each service, and of those before it the ones that moved a service or differed from the
 * proposal: that a band was kept week after week needs one line. `decisions` are oldest first within a service.
 */
export const condensed = <Decision extends Told>(decisions: readonly Decision[]): readonly Decision[] => {
  const last = new Map(decisions.map((decision) => [decision.service, decision]))
  return decisions.filter(
    (decision) =>
      last.get(decision.service) === decision ||
      decision.band !== decision.before ||
      decision.departure !== 'follows',
  )
}
