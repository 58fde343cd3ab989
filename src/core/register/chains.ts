import type { Day } from '../kit/days.ts'

/** A location's registration, as far as its place in a history depends on it. */
export type Registration = { readonly id: string; readonly from: Day | null; readonly to: Day | null }

/** That CQC says one location came after another. */
export type Link = { readonly predecessor: string; readonly successor: string }

type Compare<Item> = (one: Item, other: Item) => number

const byText = (one: string, other: string): number => Number(one > other) - Number(one < other)
const latest = (one: Day | null, other: Day | null): number => byText(other ?? '', one ?? '')

/** Of several successors: one that is still registered, then the newest. */
const asSuccessor: Compare<Registration> = (one, other) =>
  Number(one.to !== null) - Number(other.to !== null) ||
  latest(one.from, other.from) ||
  byText(one.id, other.id)

/** Of several predecessors: the one that ended last. */
const asPredecessor: Compare<Registration> = (one, other) =>
  latest(one.to, other.to) || latest(one.from, other.from) || byText(one.id, other.id)

/** Links go forward in time only: so they never lead in a circle, whatever the records say. */
const isLater = (one: Registration, other: Registration): boolean =>
  (byText(one.from ?? '', other.from ?? '') || byText(one.id, other.id)) > 0

/** The first by an order of those that a key is linked to, for each key. */
const firsts = (
  pairs: readonly (readonly [key: Registration, value: Registration])[],
  compare: Compare<Registration>,
): ReadonlyMap<Registration, Registration> =>
  new Map(
    [...Map.groupBy(pairs, ([key]) => key)].flatMap(([key, of]) => {
      const first = of.map(([, value]) => value).toSorted(compare)[0]
      return first ? [[key, first] as const] : []
    }),
  )

/**
 * Returns the histories that registrations make up, each as ids from the oldest to the present one; every registration
 * is in one of them. A registration is carried on by its successor once it has ended; until then both stand for
 * themselves. CQC may name several successors, or one for several: then one carries on, and the others stand alone.
 */
export const chainsOf = (
  registrations: readonly Registration[],
  links: readonly Link[],
): readonly (readonly string[])[] => {
  const byId = new Map(registrations.map((registration) => [registration.id, registration]))
  const pairs = links.flatMap(({ predecessor, successor }) => {
    const [from, to] = [byId.get(predecessor), byId.get(successor)]
    return from && to && from.to !== null && isLater(to, from) ? [[from, to] as const] : []
  })
  const carriedBy = firsts(pairs, asSuccessor)
  const carries = firsts(
    [...carriedBy].map(([from, to]) => [to, from] as const),
    asPredecessor,
  )
  const carriedOn = new Set(carries.values())
  return registrations
    .filter((registration) => !carriedOn.has(registration))
    .map((present) => {
      const chain: string[] = []
      for (let at: Registration | undefined = present; at; at = carries.get(at)) chain.unshift(at.id)
      return chain
    })
}
