import { type Day, plusDays } from '../../../core/kit/days.ts'
import type { InventedRating, InventedService } from '../invented.ts'
import { mix, type TypeMix } from '../mix.ts'
import { places, serviceNames } from '../names/endings.ts'
import { serviceWords } from '../names/words.ts'
import { type Random, randomOf } from '../random.ts'
import { type Graded, gradings, type TemperName, temperOf, tempers } from '../tempers.ts'
import type { Providers } from './providers.ts'

/** A service that was made up, with what decides how it fares. */
export type MadeService = InventedService & { readonly temper: TemperName; readonly opens: Day | null }

/** What one council's services are made of. */
export type Making = {
  readonly council: string
  readonly seed: string
  readonly today: Day
  /** How many, of all types together. */
  readonly services: number
  /** Every how many words one is taken, and from which on: two councils share no word. */
  readonly words: readonly [from: number, every: number]
  readonly providers: Providers
}

/** Returns how many services there are of each type: their shares, and one at least. */
export const countsOf = (council: string, services: number): ReadonlyMap<string, number> => {
  const shares = Object.entries(mix).flatMap(([type, { share }]) =>
    share[council] === undefined ? [] : [[type, share[council]] as const],
  )
  const all = shares.reduce((sum, [, share]) => sum + share, 0)
  const counts = new Map(
    shares.map(([type, share]) => [type, Math.max(1, Math.floor((services * share) / all))]),
  )
  const given = [...counts.values()].reduce((sum, count) => sum + count, 0)
  counts.set('care-home', (counts.get('care-home') ?? 0) + Math.max(0, services - given))
  return counts
}

const letters = 'ABDEFGHJLNPQRSTUWXYZ'
/** The second council's districts follow the first's. */
const districtsBefore: Readonly<Record<string, number>> = { eastmarch: 1, northfold: 21 }

const standing = (council: string, random: Random) => {
  const towns = places[council] ?? []
  const place = random.one(towns)
  const district = (districtsBefore[council] ?? 0) + towns.indexOf(place)
  const letter = () => random.one([...letters])
  return { place, postcode: `ZZ${district} ${random.whole(1, 9)}${letter()}${letter()}` }
}

/** One home in six is small: there a single case swings a rate. */
const populationOf = (type: string, { people }: TypeMix, random: Random): number =>
  type === 'care-home' && random.chance(1 / 6) ? random.whole(3, 8) : random.whole(...people)

const daysOfMonth = 30.4

const ratingsOf = (temper: TemperName, today: Day, random: Random): InventedRating[] =>
  tempers[temper].ratings.map(([monthsAgo, grade]: readonly [number, Graded]) => {
    const [overall, keyQuestions] = gradings[grade]
    const spread = Math.min(500, monthsAgo * 6)
    const days = Math.max(8, Math.round(monthsAgo * daysOfMonth) + random.whole(-spread, spread))
    return { published: plusDays(today, -days), overall, keyQuestions }
  })

const cqcOf = (temper: TemperName, today: Day, opens: Day | null, random: Random): InventedService['cqc'] => {
  if (opens !== null) return { registered: opens, ratings: [] }
  const ratings = ratingsOf(temper, today, random)
  const first = ratings[0]?.published ?? today
  const registered = plusDays(first, -random.whole(200, 1500))
  if (random.chance(1 / 25))
    return { registered, ratings: [{ published: first, overall: 'Not rated', keyQuestions: [] }] }
  return { registered, ratings: ratings.toSorted((one, other) => (one.published < other.published ? -1 : 1)) }
}

/** Returns a name's key, for addresses that stay. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Three services of a council opened lately, and are not rated yet. */
const newOnes = 3
const newestDays = [60, 150, 300] as const

/** Returns services of a council, of every type that its pack knows, that stand beside those that have names already. */
export const makeServices = (making: Making, named: ReadonlyMap<string, number>): MadeService[] => {
  const { council, seed, today } = making
  const [from, every] = making.words
  const chosen = randomOf(seed, council, 'names')
  const words = randomOf(seed, 'words')
    .shuffled(serviceWords)
    .filter((_, index) => index % every === from)
  const taken = new Set<string>()
  let used = 0
  const first = chosen.whole(0, 99)

  const nameFor = (type: string): string => {
    for (;;) {
      const word = words[used % words.length] ?? ''
      used += 1
      const name = chosen.one(serviceNames[type] ?? ['*']).replace('*', word)
      if (!taken.has(name)) return name
    }
  }

  const make = (type: string, of: TypeMix, opens: Day | null): MadeService => {
    const name = nameFor(type)
    taken.add(name)
    const random = randomOf(seed, council, name)
    const temper = temperOf(first + used)
    const regulated = random.chance(of.regulated)
    return {
      key: keyOf(name),
      name,
      type,
      provider: making.providers.next(type, of, random),
      ...standing(council, random),
      population: populationOf(type, of, random),
      cqc: regulated ? cqcOf(temper, today, opens, random) : null,
      temper: opens === null ? temper : 'settled',
      opens,
    }
  }

  return [...countsOf(council, making.services)].flatMap(([type, count]) => {
    const of = mix[type]
    if (of === undefined) return []
    return Array.from({ length: Math.max(0, count - (named.get(type) ?? 0)) }, (_, index) => {
      const daysAgo = type === 'care-home' && index < newOnes ? newestDays[index] : undefined
      return make(type, of, daysAgo === undefined ? null : plusDays(today, -daysAgo))
    })
  })
}
