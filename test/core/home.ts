/** A care home to rate, and what is recorded of it. */
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { type IntelligenceKind, intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { type Day, day } from '../../src/core/kit/days.ts'
import type { ServiceFacts } from '../../src/core/ratings/facts.ts'

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

/** Returns one open case. */
export const itemOf = (kind: IntelligenceKind, id: string, on: Day): IntelligenceItem => ({
  id,
  kind,
  occurred: on,
  recorded: on,
  conclusion: null,
})

/** Returns this many care concerns of one day. */
export const concerns = (number: number, on = '2026-10-01'): readonly IntelligenceItem[] =>
  Array.from({ length: number }, (_, index) => itemOf('care-concern', `concern ${on} ${index}`, day(on)))
