import type { TypeMix } from '../mix.ts'
import { providerNames } from '../names/endings.ts'
import { providerWords } from '../names/words.ts'
import { type Random, randomOf } from '../random.ts'

/** The providers of a council: one after the other is given its services. */
export type Providers = { readonly next: (type: string, of: TypeMix, random: Random) => string }

/** One group has homes everywhere; these two providers work in both councils. */
const large = 'Harbourlight Group (invented)'
const largeAtHome = 'Brightwater Care Services (invented)'

/** How likely it is that a service belongs to the large ones, by type. */
const ofTheLarge: Readonly<Record<string, readonly [provider: string, chance: number]>> = {
  'care-home': [large, 0.4],
  'extra-care': [large, 0.4],
  'supported-living': [large, 0.2],
  'home-care': [largeAtHome, 0.2],
}

/** Groups by the name of their provider, where it belongs to one. */
const groups: Readonly<Record<string, string>> = {
  [large]: 'Harbourlight (invented)',
  'Harbourlight Homes North Ltd (invented)': 'Harbourlight (invented)',
  'Kestrel Support (invented)': 'Kestrel (invented)',
}

/** Returns the group of a provider, if it belongs to one. */
export const groupOf = (provider: string): string | null => groups[provider] ?? null

/** Returns the id of a provider as CQC's register might hold it. No id of CQC's looks like it. */
export const inventedProviderId = (provider: string): string =>
  `INVENTED-${provider
    .replace(' (invented)', '')
    .replace(/[^A-Za-z]+/g, '-')
    .toUpperCase()}`

/** Returns the providers of a council: about one for every three services, with a few that have many. */
export const makeProviders = (council: string, seed: string, from: number, every: number): Providers => {
  const words = randomOf(seed, 'providers')
    .shuffled(providerWords)
    .filter((_, index) => index % every === from)
  const known = new Map<string, string[]>()
  let used = 0

  const found = (kind: TypeMix['provider'], random: Random): string => {
    const word = words[used % words.length] ?? ''
    const name = `${random.one(providerNames[kind] ?? ['*']).replace('*', word)} (invented)`
    used += 1
    known.set(kind, [...(known.get(kind) ?? []), name])
    return name
  }

  return {
    next: (type, { provider: kind }, random) => {
      const [itself, chance] = ofTheLarge[type] ?? ['', 0]
      if (random.chance(chance)) return itself
      if (council === 'northfold' && kind === 'care' && random.chance(1 / 9))
        return 'Harbourlight Homes North Ltd (invented)'
      const others = known.get(kind) ?? []
      return others.length > 2 && random.chance(0.55) ? random.one(others) : found(kind, random)
    },
  }
}
