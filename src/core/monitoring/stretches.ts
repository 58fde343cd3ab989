/** In which bands a service stood, one after the other. */
import { type Day, laterOf } from '../kit/days.ts'

/** From a day on a service stood in a band, until the next stretch begins. */
export type Stretch = {
  readonly band: string
  readonly from: Day
  /** False where nobody had decided yet, and the policy says as what it is monitored then. */
  readonly decided: boolean
}

/**
 * Returns the stretches as they followed each other, from what was decided in the order in which it was decided. A
 * decision is never of before the one that it replaces, and of two on one day the last one holds.
 */
export const stretchesOf = (decided: readonly Stretch[]): readonly Stretch[] =>
  decided.reduce<readonly Stretch[]>((before, next) => {
    const last = before.at(-1)
    if (last === undefined) return [next]
    const stretch = { ...next, from: laterOf(last.from, next.from) }
    const kept = last.from === stretch.from ? before.slice(0, -1) : before
    const beforeIt = kept.at(-1)
    return beforeIt?.band === stretch.band && beforeIt.decided === stretch.decided ? kept : [...kept, stretch]
  }, [])

/** Returns the stretches in which a service stood on a day and since. The first begins on that day at the earliest. */
export const stretchesSince = (stretches: readonly Stretch[], day: Day): readonly Stretch[] => {
  const lastBefore = stretches.findLastIndex(({ from }) => from <= day)
  return stretches
    .slice(Math.max(0, lastBefore))
    .map((stretch) => ({ ...stretch, from: laterOf(stretch.from, day) }))
}

/** Returns the band in which a service stood on a day; before all of them, the first. */
export const bandOn = (stretches: readonly Stretch[], day: Day): string | null =>
  (stretches.findLast(({ from }) => from <= day) ?? stretches[0])?.band ?? null
