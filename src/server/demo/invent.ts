import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import { type Day, plusDays } from '../../core/kit/days.ts'
import { colleagues, eastmarch, people as eastmarchPeople } from './eastmarch.ts'
import type { Demonstration, InventedCouncil, InventedPerson } from './invented.ts'
import { makeContracts } from './make/contracts.ts'
import { makeItems } from './make/items.ts'
import { makeProviders } from './make/providers.ts'
import { type MadeService, makeServices } from './make/services.ts'
import { makeVisits } from './make/visits.ts'
import { moreLeads } from './more-leads.ts'
import { namedContracts } from './named-contracts.ts'
import { namedItems, namedServices } from './named-services.ts'
import { northfold, people as northfoldPeople } from './northfold.ts'

/** How large a demonstration is: the named dozen of one council, a few of the other, or services of all types in both. */
export type Size = 'named' | 'northfold' | Whole

export type Whole = { readonly services: number; readonly seed: string }

/** What `npm start` loads. */
export const usual: Whole = { services: 128, seed: 'plumbline' }

/** One council alone has a story of a year and a little; the two have worked with Plumbline for two years. */
const daysOfHistory = { one: 400, whole: 730 }

/** So many services are of every type that the second council has, one at least. */
const fewOfNorthfold = 20

const half = 2

const leadsOf = (people: readonly InventedPerson[]): readonly string[] =>
  people.filter(({ role }) => role === 'contract-lead').map(({ key }) => key)

const itemsOf = (services: readonly MadeService[], seed: string, begun: Day, today: Day) =>
  services.flatMap((service) =>
    makeItems({
      service,
      temper: service.temper,
      seed,
      begun,
      today,
      untilMonthsAgo: 0,
      from: service.opens ?? begun,
    }),
  )

const declared = (from: Day, later: Readonly<Record<string, Day | null>>): InventedCouncil['feeds'] =>
  intelligenceKinds.flatMap((kind) => {
    const since = later[kind] === undefined ? from : later[kind]
    return since === null ? [] : [{ kind, from: since }]
  })

const namedEastmarch = (begun: Day, today: Day): InventedCouncil => ({
  ...eastmarch,
  people: eastmarchPeople,
  officer: 'isolde',
  managed: 'rowan-house',
  services: namedServices(),
  items: namedItems(today),
  contracts: namedContracts(begun, today),
  visits: [{ service: 'thornhay-lodge', heldOn: plusDays(today, 1), found: null }],
  feeds: declared(begun, {}),
})

/** The story of the named services begins about a year ago: older months are made, and over before it. */
const monthsOfStory = 18

const wholeEastmarch = (services: number, seed: string, begun: Day, today: Day): InventedCouncil => {
  const named = namedEastmarch(begun, today)
  const people = [...named.people, ...colleagues]
  const all = [...people, ...moreLeads(eastmarch.id, services, leadsOf(people).length)]
  const typesNamed = Map.groupBy(named.services, ({ type }) => type)
  const made = makeServices(
    {
      council: eastmarch.id,
      seed,
      today,
      services,
      words: [0, half],
      providers: makeProviders(eastmarch.id, seed, 0, half),
    },
    new Map([...typesNamed].map(([type, { length }]) => [type, length])),
  )
  const before = named.services.flatMap((service) =>
    makeItems({
      service,
      temper: 'settled',
      seed,
      begun,
      today,
      untilMonthsAgo: monthsOfStory,
      from: begun,
    }),
  )
  // Tobias Anand has the named services: the others are his colleagues'.
  const leads = leadsOf(all).filter((key) => key !== 'tobias')
  const contracting = { letters: 'EM', seed, begun, today, leads }
  return {
    ...named,
    people: all,
    services: [...named.services, ...made],
    items: [...named.items, ...before, ...itemsOf(made, seed, begun, today)],
    contracts: [...named.contracts, ...makeContracts(made, contracting)],
    visits: [...named.visits, ...makeVisits(made, seed, today)],
    // Nobody gathers feedback from professionals yet, and compliments are written down since a while only.
    feeds: declared(begun, { 'professional-feedback': null, compliment: plusDays(begun, 120) }),
  }
}

const wholeNorthfold = (services: number, seed: string, begun: Day, today: Day): InventedCouncil => {
  const people = [...northfoldPeople, ...moreLeads(northfold.id, services, leadsOf(northfoldPeople).length)]
  const made = makeServices(
    {
      council: northfold.id,
      seed,
      today,
      services,
      words: [1, half],
      providers: makeProviders(northfold.id, seed, 1, half),
    },
    new Map(),
  )
  const contracting = { letters: 'NF', seed, begun, today, leads: leadsOf(people) }
  return {
    ...northfold,
    people,
    officer: 'cosmo',
    managed: made.find(({ opens }) => opens === null)?.key ?? '',
    services: made,
    items: itemsOf(made, seed, begun, today),
    contracts: makeContracts(made, contracting),
    visits: makeVisits(made, seed, today),
    // Nobody says yet that all notifications and all feedback are here.
    feeds: declared(begun, { 'professional-feedback': null, 'cqc-notification': null }),
  }
}

/** Returns a demonstration as it would be loaded on a day. The same size, seed and day give the same one. */
export const invent = (size: Size, today: Day): Demonstration => {
  if (size === 'named' || size === 'northfold') {
    const begun = plusDays(today, -daysOfHistory.one)
    const council =
      size === 'named'
        ? namedEastmarch(begun, today)
        : wholeNorthfold(fewOfNorthfold, usual.seed, begun, today)
    return { begun, today, councils: [council] }
  }
  const { services, seed } = size
  const begun = plusDays(today, -daysOfHistory.whole)
  const first = Math.ceil(services / half)
  return {
    begun,
    today,
    councils: [
      wholeEastmarch(first, seed, begun, today),
      wholeNorthfold(services - first, seed, begun, today),
    ],
  }
}
