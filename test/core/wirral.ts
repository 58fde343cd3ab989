import assert from 'node:assert/strict'
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { type Day, day } from '../../src/core/kit/days.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { ServiceFacts } from '../../src/core/ratings/facts.ts'
import { loadPack } from '../../src/server/platform/packs.ts'

const loaded = await loadPack('packs/wirral-2022')
assert.ok(loaded.ok, 'the Wirral pack has faults: run ./plumbline pack check packs/wirral-2022')

/** Wirral's policy, as shipped. */
export const wirral: Policy = loaded.policy

/** The evaluation day of most tests. */
export const asAt: Day = day('2026-11-21')

const fromTheBeginning = Object.fromEntries(intelligenceKinds.map((kind) => [kind, day('0001-01-01')]))

/** Returns a care home of 40 people of which all kinds are collected, with the changes given. */
export const home = (changes: Partial<ServiceFacts> = {}): ServiceFacts => ({
  id: 'home',
  name: 'Rowan House',
  serviceType: 'care-home',
  population: { people: 40, basis: 'stated' },
  gradings: [],
  collectedFrom: fromTheBeginning,
  intelligence: [],
  ...changes,
})

/** Returns this many care concerns of one day. */
export const concerns = (number: number, on = '2026-10-01'): readonly IntelligenceItem[] =>
  Array.from({ length: number }, (_, index) => ({
    id: `concern ${on} ${index}`,
    kind: 'care-concern',
    occurred: day(on),
    recorded: day(on),
    conclusion: null,
  }))
