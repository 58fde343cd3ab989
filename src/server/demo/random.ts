/** Chance that repeats itself: the same seed gives the same numbers on every machine. */

/** A stream of invented chance. Each question takes the next number of the stream. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly fraction: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number between two, both included. */
  readonly whole: (least: number, most: number) => number
  readonly one: <Item>(items: readonly Item[]) => Item
  /** One key of a table of weights. */
  readonly weighed: <Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) => Key
  /** How often something happens that happens so often on average (Poisson). */
  readonly count: (average: number) => number
  readonly shuffled: <Item>(items: readonly Item[]) => Item[]
}

/** A number of 32 bits from a text (FNV-1a). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** The generator mulberry32: small, and good enough for a demonstration. */
const fractions = (seed: string) => {
  let state = hashOf(seed)
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Returns the stream of a seed. Give each thing a stream of its own, so that one more thing changes no other. */
export const randomOf = (...seed: readonly string[]): Random => {
  const fraction = fractions(seed.join(' / '))
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new Error('There is nothing to choose from')
    return item
  }
  return {
    fraction,
    chance: (probability) => fraction() < probability,
    whole,
    one,
    weighed: (weights) => {
      const keys = Object.keys(weights) as (keyof typeof weights)[]
      const weightOf = (key: keyof typeof weights): number => weights[key] ?? 0
      let left = fraction() * keys.reduce((sum, key) => sum + weightOf(key), 0)
      for (const key of keys) {
        left -= weightOf(key)
        if (left < 0) return key
      }
      return one(keys)
    },
    count: (average) => {
      let [times, product] = [0, fraction()]
      for (const least = Math.exp(-average); product > least; times += 1) product *= fraction()
      return times
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: fraction() }))
        .toSorted((first, second) => first.place - second.place)
        .map(({ item }) => item),
  }
}
