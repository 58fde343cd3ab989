import { type Day, dayOf, endOf, hourOf, plusDays } from '../../core/kit/days.ts'
import { finish } from '../home/commands/act.ts'
import { raiseConcerns } from '../home/commands/raise-concerns.ts'
import { watch } from '../home/commands/watch.ts'
import { actingAs, db, now } from '../platform/database/unit-of-work.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'
import { onDay, withoutJobs, workingHour } from './on-day.ts'

/** People deal with a concern within days; a few are left, as in life. */
const daysUntilAnswered = 2
const leftOneIn = 6

/** Lets each contract lead answer most of the concerns that are some days old. */
const answerConcerns = async (council: InventedCouncil): Promise<void> => {
  const rows = await db()
    .selectFrom('alert_now as concern')
    .innerJoin('service_now as about', 'about.id', 'concern.service_id')
    .where('concern.authority_id', '=', council.id)
    .where('concern.rule', 'in', ['immediate-concern', 'new-concern'])
    .where('concern.since', '<', endOf(plusDays(dayOf(now()), -daysUntilAnswered - 1)))
    .where('about.contract_lead_id', 'is not', null)
    .orderBy('concern.cause')
    .select(['concern.id', 'about.contract_lead_id as lead'])
    .execute()
  const answered = rows.filter((_, index) => index % leftOneIn !== 0)
  for (const [lead, alerts] of Map.groupBy(answered, (row) => row.lead)) {
    if (lead === null) continue
    const who = { kind: 'person', id: lead, authorities: [council.id], services: 'all' } as const
    await actingAs({ ...who, actsAs: 'contract-lead' }, () =>
      onDay(plusDays(dayOf(now()), -1), withoutJobs, async () => {
        await finish(
          alerts.map(({ id }) => id),
          'Rang the service and whoever raised it, and told them what happens next.',
        )
      }),
    )
  }
}

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
  await answerConcerns(council)
  await watch(council.id, 'all')
}
