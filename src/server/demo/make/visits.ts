import { type Day, plusDays } from '../../../core/kit/days.ts'
import type { InventedVisit } from '../invented.ts'
import { randomOf } from '../random.ts'
import type { TemperName } from '../tempers.ts'
import type { MadeService } from './services.ts'

/** Where people live or are cared for: a pharmacy has no such visit. */
const visited: ReadonlySet<string> = new Set(['care-home', 'home-care', 'supported-living', 'extra-care'])

const found: Readonly<Partial<Record<TemperName, InventedVisit['found']>>> = {
  troubled: 'poor',
  uneven: 'mixed',
  falling: 'mixed',
  improving: 'mixed',
}

/** Days from today of the visits of a council: some were made, some are to come. */
const days = [-170, -95, -52, -27, 3, 8, 15, 26]

/** Returns visits of a council, to services that most need one and to others. */
export const makeVisits = (services: readonly MadeService[], seed: string, today: Day): InventedVisit[] => {
  const able = services.filter(({ type, opens }) => visited.has(type) && opens === null)
  const needing = able.filter(({ temper }) => temper in found)
  const others = able.filter(({ temper }) => !(temper in found))
  const random = randomOf(seed, services[0]?.key ?? '', 'visits')
  const chosen = [...random.shuffled(needing).slice(0, days.length / 2), ...random.shuffled(others)]
  return random
    .shuffled(chosen.slice(0, days.length))
    .map((service, index) => ({ service, day: days[index] ?? 1 }))
    .map(({ service, day }) => ({
      service: service.key,
      heldOn: plusDays(today, day),
      found: day < 0 ? (found[service.temper] ?? 'well') : null,
    }))
}
