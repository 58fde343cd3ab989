import type { Day } from '../../core/kit/days.ts'
import { importIntelligence } from '../intelligence/commands/import-intelligence.ts'
import { recordIntelligence } from '../intelligence/commands/record-intelligence.ts'
import type { IntelligenceSaid } from '../intelligence/commands/write-intelligence.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil, InventedItem } from './invented.ts'

/** One version of an item, as it became known. */
type News = { readonly item: InventedItem; readonly version: number; readonly said: IntelligenceSaid }

const newsWithin = (items: readonly InventedItem[], within: (day: Day) => boolean): News[] =>
  items.flatMap((item) =>
    item.versions.flatMap(({ known, said }, version) => (within(known) ? [{ item, version, said }] : [])),
  )

/**
 * Makes known what became known of a council's services in a while. By hand, as people do at a form, it makes work
 * for somebody; otherwise it comes from another system, many at once.
 */
export const learn = async (
  council: InventedCouncil,
  within: (day: Day) => boolean,
  byHand: boolean,
): Promise<void> => {
  const news = newsWithin(council.items, within)
  const rounds = Map.groupBy(news, ({ version }) => version)
  for (const version of [...rounds.keys()].toSorted((one, other) => one - other)) {
    const round = rounds.get(version) ?? []
    if (byHand && version === 0)
      for (const { item, said } of round)
        await recordIntelligence({
          ...said,
          id: item.id,
          service: idOf(item.service),
          immediateRisk: item.immediateRisk,
        })
    else
      await importIntelligence(
        council.id,
        'case records',
        round.map(({ item, said }) => ({ id: item.id, service: idOf(item.service), said })),
      )
  }
}
