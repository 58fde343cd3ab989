import { settingsOf } from '../../../core/alerts/causes.ts'
import type { WatchedGrading, WatchedService } from '../../../core/alerts/watched.ts'
import type { Day } from '../../../core/kit/days.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { watchedActivities, watchedVisits } from './watched-activities.ts'
import { cqcGradings } from './watched-gradings.ts'
import { comparedProposals, watchedDecisions, watchedProposals } from './watched-proposals.ts'
import { watchedSuspensions } from './watched-suspensions.ts'

/** The commissioned services of a council: all, or some of them. */
const commissioned = (authority: string, services: readonly string[] | 'all') =>
  db()
    .selectFrom('service_now')
    .where('authority_id', '=', authority)
    .where('commissioned', '=', true)
    .$if(services !== 'all', (query) => query.where('id', 'in', services === 'all' ? [] : services))
    .select(['id', 'location_id'])
    .orderBy('id')
    .execute()

const oldestOf = (gradings: readonly WatchedGrading[], today: Day): Day =>
  gradings.reduce((oldest, { published }) => (published < oldest ? published : oldest), today)

/**
 * Returns what the rules read of a council's services, in a handful of queries whatever their number. Services that the
 * council does not commission are left out: rules are about what it monitors.
 */
export const watchedServices = async (
  authority: string,
  services: readonly string[] | 'all',
  policy: Policy,
  today: Day,
): Promise<readonly WatchedService[]> => {
  if (services.length === 0) return []
  const rows = await commissioned(authority, services)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const proposals = await watchedProposals(ids)
  const decisions = await watchedDecisions(ids)
  const days = settingsOf(policy, 'tolerance-crossed')?.within?.days
  const compared = days === undefined ? new Map() : await comparedProposals(proposals, decisions, today, days)
  const cqc = await cqcGradings(
    rows.flatMap(({ location_id }) => location_id ?? []),
    today,
  )
  const others = [...proposals.values()].flatMap(({ gradings }) => gradings)
  const since = oldestOf([...cqc.values(), ...others], today)
  const activities = await watchedActivities(ids, since)
  const visits = await watchedVisits(ids, since)
  const suspensions = await watchedSuspensions(ids)
  return rows.map(({ id, location_id }) => {
    const rated = location_id === null ? undefined : cqc.get(location_id)
    return {
      id,
      proposal: proposals.get(id) ?? null,
      compared: compared.get(id) ?? null,
      decision: decisions.get(id) ?? null,
      gradings: [...(rated === undefined ? [] : [rated]), ...(proposals.get(id)?.gradings ?? [])],
      activities: activities.get(id) ?? [],
      visits: visits.get(id) ?? [],
      suspensions: suspensions.get(id) ?? [],
    }
  })
}
