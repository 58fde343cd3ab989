import assert from 'node:assert/strict'
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { type IntelligenceKind, intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { type Day, day } from '../../src/core/kit/days.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { ServiceFacts } from '../../src/core/ratings/facts.ts'
import { loadPack } from '../../src/server/platform/packs.ts'

const loaded = await loadPack('packs/bolton-2023')
assert.ok(loaded.ok, 'the Bolton pack has faults: run ./plumbline pack check packs/bolton-2023')

/** Bolton's policy, as shipped. */
export const bolton: Policy = loaded.policy

/** The evaluation day of these tests. */
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

/** Returns one open case. */
export const itemOf = (kind: IntelligenceKind, id: string, on: Day): IntelligenceItem => ({
  id,
  kind,
  occurred: on,
  recorded: on,
  conclusion: null,
})
