import type { Stop } from '../../../core/contracts/stop-form.ts'
import type { Funding } from '../../../core/contracts/terms.ts'
import { type Day, plusDays } from '../../../core/kit/days.ts'
import type { InventedContract } from '../invented.ts'
import { mix } from '../mix.ts'
import { type Random, randomOf } from '../random.ts'
import type { MadeService } from './services.ts'

/** What the contracts of a council are made of. */
export type Contracting = {
  /** Letters before every reference. */
  readonly letters: string
  readonly seed: string
  readonly begun: Day
  readonly today: Day
  /** Who leads, one after the other. */
  readonly leads: readonly string[]
}

/** How a contract is unlike the others, by the place of its service in a shuffled list. */
type Turn = 'terminated' | 'closed' | 'given-up' | 'leaving' | 'near-end' | 'past-end' | 'led-by-officer'

const turns: readonly Turn[] = [
  'closed',
  'given-up',
  'leaving',
  'near-end',
  'past-end',
  'led-by-officer',
  'led-by-officer',
]

const stopOf = (turn: Turn | undefined, today: Day): InventedContract['stop'] => {
  const stop = (
    known: number,
    on: number,
    how: Stop['how'],
    reasons: readonly string[],
    note: string | null,
  ) => ({
    known: plusDays(today, -known),
    how: { how, on: plusDays(today, -on), notice: plusDays(today, -known), reasons, note },
  })
  if (turn === 'terminated')
    return stop(
      130,
      70,
      'terminated',
      ['quality', 'safety', 'plan'],
      'Two action plans were not carried out. Everyone who lived there has moved, with their families’ help.',
    )
  if (turn === 'closed') return stop(260, 190, 'ended', ['service-closes'], null)
  if (turn === 'given-up') return stop(110, 40, 'ended', ['provider-notice'], null)
  if (turn === 'leaving') return stop(25, -45, 'ended', ['provider-notice'], null)
  return null
}

const endsOf = (turn: Turn | undefined, today: Day, random: Random): Day | null => {
  if (turn === 'near-end') return plusDays(today, random.whole(12, 30))
  if (turn === 'past-end') return plusDays(today, -random.whole(10, 40))
  return random.chance(0.12) ? null : plusDays(today, random.whole(75, 1100))
}

const fundingOf = (type: string, random: Random): Funding =>
  random.weighed(mix[type]?.funding ?? { council: 1 }) as Funding

const poundsOf = ({ type, population }: MadeService, random: Random): number | null => {
  const pounds = mix[type]?.pounds
  if (pounds === undefined || random.chance(0.05)) return null
  if ('all' in pounds) return Math.round(random.whole(...pounds.all) / 500) * 500
  return Math.round(((population ?? 20) * pounds.each * (0.8 + random.fraction() * 0.4)) / 1000) * 1000
}

/** Where the number of people comes from: homes by their registered places, others as the contract states. */
const populationOf = ({ type, population }: MadeService, random: Random): InventedContract['population'] =>
  type === 'care-home' && random.chance(0.6)
    ? { basis: random.chance(0.5) ? 'capacity' : 'return', stated: null }
    : { basis: 'stated', stated: population }

/** Returns the contracts of a council's services: one each, a second or an earlier one for some. */
export const makeContracts = (services: readonly MadeService[], given: Contracting): InventedContract[] => {
  const { letters, seed, begun, today, leads } = given
  const settled = randomOf(seed, letters, 'turns').shuffled(services.filter(({ opens }) => opens === null))
  const worst =
    settled.find(({ temper, type }) => temper === 'troubled' && type === 'care-home') ?? settled[0]
  const others = settled.filter((service) => service !== worst)
  const turnOf = new Map<MadeService, Turn | undefined>(
    others.map((service, index) => [service, turns[index]]),
  )
  if (worst) turnOf.set(worst, 'terminated')
  const numbers = new Map<string, number>()
  const referenceFor = (type: string): string => {
    const number = (numbers.get(type) ?? 100) + 1
    numbers.set(type, number)
    return `${letters}-${mix[type]?.letters ?? 'OTH'}-${number}`
  }

  const stays = (service: MadeService): boolean => service.opens === null && turnOf.get(service) === undefined

  const contractOf = (service: MadeService, index: number): InventedContract => {
    const random = randomOf(seed, letters, service.key, 'contract')
    const turn = turnOf.get(service)
    const starts = service.opens ?? plusDays(begun, -random.whole(30, 1500))
    const lead = leads[index % leads.length] ?? null
    const next = leads[(index + 1) % leads.length]
    return {
      reference: referenceFor(service.type),
      service: service.key,
      type: service.type,
      provider: service.provider,
      known: service.opens ?? begun,
      starts,
      ends: endsOf(turn, today, random),
      pounds: poundsOf(service, random),
      funding: fundingOf(service.type, random),
      specification: random.chance(0.3) ? `${letters} specification ${random.whole(2019, 2024)}` : null,
      population: populationOf(service, random),
      annualStatement: random.chance(0.6),
      lead: turn === 'led-by-officer' ? null : lead,
      laterLeads:
        next !== undefined && next !== lead && stays(service) && random.chance(0.15)
          ? [{ person: next, from: plusDays(today, -random.whole(40, 500)) }]
          : [],
      stop: stopOf(turn, today),
    }
  }

  /** A contract of the NHS beside the council's, and one that the present contract took the place of. */
  const besides = (contract: InventedContract, index: number): InventedContract[] => {
    const more = { ...contract, reference: referenceFor(contract.type), laterLeads: [], stop: null }
    const { type, starts } = contract
    if (contract.stop !== null) return []
    if (index % 9 === 4 && ['care-home', 'home-care', 'supported-living'].includes(type))
      return [{ ...more, starts: plusDays(starts, -200), funding: 'health', pounds: 95_000 }]
    if (index % 9 !== 7 || contract.known !== begun) return []
    const on = plusDays(starts, -1)
    const how = { how: 'ended', on, notice: null, reasons: ['replaced'], note: null } as const
    return [{ ...more, starts: plusDays(starts, -1200), ends: on, stop: { known: begun, how } }]
  }

  const contracts = services.map(contractOf)
  return [...contracts, ...contracts.flatMap(besides)]
}
