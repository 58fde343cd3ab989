import { type Day, plusDays } from '../../../core/kit/days.ts'
import type { IntelligenceSaid } from '../../intelligence/commands/write-intelligence.ts'
import { idOf } from '../ids.ts'
import type { InventedItem, InventedService } from '../invented.ts'
import { mix } from '../mix.ts'
import { summariesOf } from '../names/summaries.ts'
import { type Random, randomOf } from '../random.ts'
import { seasonOf, type TemperName, tempers } from '../tempers.ts'

/** What intelligence is made up for a service: how it fares, and in which months. */
export type Faring = {
  readonly service: InventedService
  readonly temper: TemperName
  readonly seed: string
  readonly begun: Day
  readonly today: Day
  /** Nothing is made up of the months after this one; 0 is the month of loading. */
  readonly untilMonthsAgo: number
  /** Nothing is known of what was before, such as a service that opened lately. */
  readonly from: Day
}

type Version = InventedItem['versions'][number]

const months = 24
const daysOfMonth = 30.4

/** Most is recorded within days; a few items come late. */
const delay = (random: Random): number => (random.chance(0.07) ? random.whole(20, 75) : random.whole(0, 4))

const takes: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'section-42': [25, 140],
  'complaint-to-provider': [14, 60],
  'complaint-to-authority': [20, 70],
}

const endOf = (kind: string, substantiated: number, random: Random) => {
  const progressed = kind === 'section-42' ? random.chance(0.75) : null
  if (progressed === false) return { progressed, outcome: 'not-substantiated' }
  if (random.chance(substantiated)) return { progressed, outcome: 'substantiated' }
  return { progressed, outcome: random.chance(0.12) ? 'inconclusive' : 'not-substantiated' }
}

/** A correction: the day was wrong, or the outcome. */
const corrected = (said: IntelligenceSaid, random: Random): IntelligenceSaid =>
  said.outcome !== null && random.chance(0.5)
    ? { ...said, outcome: said.outcome === 'inconclusive' ? 'not-substantiated' : 'inconclusive' }
    : { ...said, occurred: plusDays(said.occurred, -random.whole(1, 9)) }

const versionsOf = (
  said: IntelligenceSaid,
  { temper, today }: Faring,
  random: Random,
): readonly Version[] => {
  const versions: Version[] = [{ known: plusDays(said.occurred, delay(random)), said }]
  const last = () => versions.at(-1) ?? { known: today, said }
  const lasts = takes[said.kind]
  if (lasts !== undefined) {
    const concluded = plusDays(last().known, random.whole(...lasts))
    const ended = endOf(said.kind, tempers[temper].substantiated, random)
    versions.push({ known: plusDays(concluded, random.whole(0, 6)), said: { ...said, concluded, ...ended } })
  }
  if (random.chance(0.03)) {
    const after = last()
    versions.push({ known: plusDays(after.known, random.whole(5, 40)), said: corrected(after.said, random) })
  }
  return versions.filter(({ known }) => known < today)
}

const noted = (type: string, kind: string, number: number, random: Random) => {
  const summaries = summariesOf(type, kind)
  return {
    reference: random.chance(0.4) ? `CASE-${String(random.whole(10_000, 99_999))}${number % 10}` : null,
    summary: summaries.length > 0 && random.chance(0.5) ? random.one(summaries) : null,
  }
}

/** Returns what became known of a service over the months, by how it fares. Notifications go to CQC's services only. */
export const makeItems = (faring: Faring): InventedItem[] => {
  const { service, temper, seed, today } = faring
  const random = randomOf(seed, service.key, 'items')
  const rates = mix[service.type]?.rates ?? {}
  const kinds = Object.keys(rates).filter((kind) => kind !== 'cqc-notification' || service.cqc !== null)
  const items: InventedItem[] = []

  const add = (kind: string, monthsAgo: number) => {
    const occurred = plusDays(today, -Math.floor((monthsAgo + random.fraction()) * daysOfMonth))
    const said = { kind, occurred, concluded: null, progressed: null, outcome: null }
    const versions = versionsOf(
      { ...said, ...noted(service.type, kind, items.length, random) },
      faring,
      random,
    )
    const immediateRisk = kind === 'care-concern' && random.chance(0.08)
    const id = idOf(`${service.key} made ${monthsAgo} ${kind} ${items.length}`)
    const [first] = versions
    if (first !== undefined && first.known > faring.begun && occurred >= faring.from)
      items.push({ id, service: service.key, immediateRisk, versions })
  }

  for (let monthsAgo = months - 1; monthsAgo >= faring.untilMonthsAgo; monthsAgo -= 1)
    for (const kind of kinds) {
      const month = Number(plusDays(today, -Math.round((monthsAgo + 0.5) * daysOfMonth)).slice(5, 7))
      const yearly = ((rates[kind] ?? 0) * (service.population ?? 30)) / 100
      const average = (yearly / 12) * tempers[temper].course(monthsAgo) * seasonOf(kind, month)
      for (let left = random.count(average); left > 0; left -= 1) add(kind, monthsAgo)
    }
  return items
}
