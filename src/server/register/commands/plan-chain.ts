/** A service at a location of a chain. */
export type ServicePlace = {
  readonly id: string
  readonly location: string
  /** Something hangs on it, a contract or intelligence, that must not lose it. */
  readonly bound: boolean
}

/** What is to become of the services at a chain of locations. */
export type ChainPlan = {
  /** The id of a service that is to be added at the present location. */
  readonly added: string | null
  readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly joined: readonly { readonly id: string; readonly into: string }[]
  /** Which service each location leads to. */
  readonly leads: readonly { readonly location: string; readonly service: string }[]
}

/**
 * Plans one service for a chain of locations, at the present one. Where there are several, one is kept and the others
 * join it: a bound one before a free one, then the one that has been there longest, so that ids stay. Two bound ones
 * stay two, for a person to decide; the one further on carries on. Takes services from the one recorded first.
 */
export const planChain = (
  chain: readonly string[],
  services: readonly ServicePlace[],
  newId: () => string,
): ChainPlan => {
  const present = chain.at(-1) ?? ''
  const bound = services
    .filter((service) => service.bound)
    .toSorted((one, other) => chain.indexOf(other.location) - chain.indexOf(one.location))
  const kept = bound[0] ?? services[0]
  if (!kept) {
    const added = newId()
    return { added, moved: [], joined: [], leads: chain.map((location) => ({ location, service: added })) }
  }
  const joined = services.filter((service) => !service.bound && service !== kept)
  const own = new Map(bound.slice(1).map(({ location, id }) => [location, id]))
  return {
    added: null,
    moved: kept.location === present ? [] : [{ id: kept.id, from: kept.location, to: present }],
    joined: joined.map(({ id }) => ({ id, into: kept.id })),
    leads: chain.map((location) => ({ location, service: own.get(location) ?? kept.id })),
  }
}
