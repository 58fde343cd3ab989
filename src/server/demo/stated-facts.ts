import type { Day } from '../../core/kit/days.ts'
import { minusMonths } from '../../core/kit/days.ts'
import { isStated } from '../../core/policy/policy.ts'
import type { StatedCriterion } from '../../core/policy/stated-criterion.ts'
import type { Stated } from '../../core/ratings/stated-form.ts'
import { policyInForce } from '../policy/in-force.ts'
import { allServices } from '../ratings/queries.ts'
import { stateFacts } from '../stated-facts/commands.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil, InventedService } from './invented.ts'
import { type Random, randomOf } from './random.ts'

/** For a few services nobody stated a fact: pages list it as missing. */
const shareUnknown = 0.15
const oldestAudit = 30

const statedOf = (
  criterion: StatedCriterion,
  { population }: InventedService,
  random: Random,
  then: Day,
): string | number | null => {
  if (random.chance(shareUnknown)) return null
  if (criterion.kind === 'level') return random.one(criterion.grades)
  if (criterion.kind === 'since') return minusMonths(then, random.whole(1, oldestAudit))
  // Other amounts are written in the contracts.
  return criterion.takenFrom ? null : random.whole(1, population ?? 1)
}

/** States what a council's policy reads of its services and no register knows, as its staff would have on a day. */
export const stateInventedFacts = async (council: InventedCouncil, then: Day): Promise<void> => {
  const policy = await policyInForce(council.id, then)
  const criteria = policy.rating.criteria.filter(isStated)
  // Some of its services open later.
  const there = new Set(await allServices())
  for (const service of council.services.filter(({ key }) => there.has(idOf(key)))) {
    const stated: Stated = Object.fromEntries(
      criteria
        .filter(({ appliesTo }) => appliesTo.includes(service.type))
        .map((criterion) => [
          criterion.fact,
          statedOf(criterion, service, randomOf('stated', service.key, criterion.fact), then),
        ]),
    )
    if (Object.keys(stated).length > 0) await stateFacts(idOf(service.key), stated)
  }
}
