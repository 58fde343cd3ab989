import { type Day, day, plusDays } from '../../core/kit/days.ts'
import { type NamedService, services } from './eastmarch.ts'
import { idOf } from './ids.ts'
import type { InventedItem, InventedService } from './invented.ts'

/** Long before any of their ratings. */
const registered = day('2018-04-01')

/** Returns the named services of Eastmarch. */
export const namedServices = (): InventedService[] =>
  services.map(({ key, name, type, provider, place, postcode, population, cqc }) => ({
    key,
    name,
    type,
    provider,
    place,
    postcode,
    population,
    cqc: cqc && { registered, ratings: [{ ...cqc, published: day(cqc.published) }] },
  }))

const itemsOf = ({ key, intelligence }: NamedService, today: Day): InventedItem[] =>
  intelligence.map(([kind, occurred, recorded, concluded, progressed, outcome], index) => ({
    id: idOf(`${key} ${index}`),
    service: key,
    immediateRisk: false,
    versions: [
      {
        known: plusDays(today, -Math.min(recorded, concluded ?? recorded)),
        said: {
          kind,
          occurred: plusDays(today, -occurred),
          concluded: concluded === undefined ? null : plusDays(today, -concluded),
          progressed: progressed ?? null,
          outcome: outcome ?? null,
          reference: null,
          summary: null,
        },
      },
    ],
  }))

/** Returns what is known of the named services: their story of the year before the day of loading. */
export const namedItems = (today: Day): InventedItem[] =>
  services.flatMap((service) => itemsOf(service, today))
