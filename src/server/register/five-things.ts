import { type Day, dayOf, laterOf, minusYears } from '../../core/kit/days.ts'
import type { BriefContract } from '../contracts/queries/list-contracts.ts'
import { experienceOf } from '../intelligence/queries/experience.ts'
import { planInBrief } from '../monitoring/queries/plan-in-brief.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { policyOn } from '../policy/in-force.ts'
import { collectedFor, collectedThen } from '../ratings/collected.ts'
import { populationThen } from '../ratings/queries.ts'
import type { FiveThings } from './pages/five-things.ts'
import { complianceCard } from './pages/service-contracts.ts'
import { wasCommissioned } from './queries/known-then.ts'
import type { ServiceFound } from './queries/show-service.ts'

/** Since when all kinds of complaint are collected; null where one of them is not. */
const complaintsSince = async (service: ServiceFound, on: Day, asAt: Day | null): Promise<Day | null> => {
  const from = asAt === null ? (await collectedFor(on))(service) : await collectedThen(service, asAt)
  const [one, other] = [from['complaint-to-provider'], from['complaint-to-authority']]
  return one === undefined || other === undefined ? null : laterOf(one, other)
}

const experienceOn = async (service: ServiceFound, on: Day, asAt: Day | null) => {
  const after = minusYears(on, 1)
  const said = await experienceOf(service.id, { after, until: on, asAt })
  return { ...said, after, collectedSince: await complaintsSince(service, on, asAt) }
}

/** On a past day, only whether there was a contract then: who leads it is known of now. */
const complianceOn = async (
  service: ServiceFound,
  contracts: readonly BriefContract[] | null,
  asAt: Day | null,
) =>
  asAt === null
    ? complianceCard({ service, contracts })
    : {
        title: 'Compliance',
        figure: (await wasCommissioned(service.id, asAt)) ? 'Under contract' : 'No contract',
      }

/** How many people the service is counted for: on a past day, by the proposal that stood. */
const peopleOn = async (service: ServiceFound, asAt: Day | null): Promise<number | null> =>
  asAt === null ? service.population : ((await populationThen(service.id, asAt))?.people ?? null)

/** What the five cards of a service are made of, for who asks, today or as it was known on a past day. */
export const fiveThingsOf = async (
  asked: Asked,
  service: ServiceFound,
  {
    contracts,
    alerts,
    asAt,
  }: { contracts: readonly BriefContract[] | null; alerts: number; asAt: Day | null },
): Promise<
  Omit<FiveThings, 'service' | 'location' | 'history' | 'proposal' | 'tags' | 'seesRatings' | 'asAt'>
> => {
  const today = dayOf(now())
  const on = asAt ?? today
  const policy = await policyOn(service.authority_id, on)
  return {
    compliance:
      asked.may('ratings.see') || asked.may('contracts.see')
        ? await complianceOn(service, contracts, asAt)
        : null,
    plan: asked.may('plan.see') ? await planInBrief(service.id, today, asAt) : null,
    experience: asked.may('intelligence.see') ? await experienceOn(service, on, asAt) : null,
    people: asked.may('ratings.see') ? await peopleOn(service, asAt) : null,
    level: policy?.rating.confidence.level ?? null,
    alerts,
    on,
  }
}
