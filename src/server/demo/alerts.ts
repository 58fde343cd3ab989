import { type Day, dayOf, hourOf, plusDays } from '../../core/kit/days.ts'
import { raiseConcerns } from '../home/commands/raise-concerns.ts'
import { watch } from '../home/commands/watch.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { workingHour } from './history.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'

/**
 * Lets the rules of a council's policy find their alerts, many at once, as the nightly look does: nothing of an alert is
 * made up. Concerns of the last days were recorded by hand, and each is one, as its reaction would have it.
 */
export const findAlerts = async (council: InventedCouncil, daysOfOpenWork: number): Promise<void> => {
  const since = plusDays(dayOf(now()), -daysOfOpenWork)
  const recent = (known: Day): boolean => known >= since && known < dayOf(now())
  const concerns = council.items.flatMap(({ id, service, immediateRisk, versions: [first] }) =>
    first !== undefined && first.said.kind === 'care-concern' && recent(first.known)
      ? [
          {
            id,
            service: idOf(service),
            occurred: first.said.occurred,
            immediateRisk,
            recordedAt: hourOf(first.known, workingHour),
          },
        ]
      : [],
  )
  await raiseConcerns(council.id, concerns)
  await watch(council.id, 'all')
}
