import { type Day, daysBetween, plusDays } from '../../core/kit/days.ts'
import { workingDayUntil } from '../../core/kit/working-days.ts'
import { requiredRoles } from '../../core/monitoring/attendance.ts'
import { type Duty, planOf } from '../../core/monitoring/plan.ts'
import { formsIn } from '../../core/monitoring/row.ts'
import { spanAfter } from '../../core/monitoring/span.ts'
import { arrange } from '../monitoring/commands/arrange.ts'
import { assign } from '../monitoring/commands/assign.ts'
import { enterContracts } from '../monitoring/commands/enter-contracts.ts'
import { replan } from '../monitoring/commands/replan.ts'
import { type HeldBefore, takeInHeld } from '../monitoring/commands/take-in-held.ts'
import { listPlan } from '../monitoring/queries/list-plan.ts'
import { type ContractPlanned, plannedContracts } from '../monitoring/queries/planned-contracts.ts'
import { servicesUnderContract } from '../monitoring/queries/services-under-contract.ts'
import { activityById } from '../monitoring/queries/show-activity.ts'
import { wholePlan } from '../monitoring/search.ts'
import { policyInForce } from '../policy/in-force.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'
import { onDay, withoutJobs } from './on-day.ts'
import { type Random, randomOf } from './random.ts'

/** How much of the time between two has passed since the last one: most are in good time, and a few late. */
const leastPassed = 0.1
const mostPassed = 1.08
/** How many of each the past remembers. */
const remembered = 4
const daysOfWeek = 7

const said = [
  'Talked over; nothing to follow up.',
  'Improved since last time. The manager showed the new log.',
  'Still behind. Agreed to look again next time.',
  'The sample was complete and up to date.',
] as const

const nobody = { attends: [], mayAttend: [], places: [], agenda: [], checks: [] }

const notesOf = ({ activity }: Duty, random: Random): Readonly<Record<string, string>> => {
  const areas = activity.conduct?.agenda.map(({ id }) => id) ?? []
  return areas.length === 0
    ? { '': random.one(said) }
    : Object.fromEntries(areas.map((area) => [area, random.one(said)]))
}

/** Those of one duty that were held, the last one first: each about as long after the one before as the policy asks. */
const heldOf = (contract: ContractPlanned, duty: Duty, given: Given): readonly HeldBefore[] => {
  const { activity, because } = duty
  const random = randomOf('held', contract.contract, activity.id)
  const interval = daysBetween(given.today, spanAfter(given.today, because.counted.span))
  const passed = Math.round(interval * (leastPassed + random.fraction() * (mostPassed - leastPassed)))
  const last = plusDays(given.today, -Math.max(passed, daysBetween(given.then, given.today)))
  return Array.from({ length: remembered }, (_, index) =>
    workingDayUntil(plusDays(last, -index * interval)),
  ).flatMap((heldOn): readonly HeldBefore[] =>
    heldOn < given.begun || heldOn < contract.starts
      ? []
      : [
          {
            id: idOf(`held ${contract.contract} ${activity.id} ${heldOn}`),
            service: contract.service,
            contract: contract.contract,
            activity: activity.id,
            name: activity.name,
            form: formsIn(activity, because.band.id)[0]?.id ?? null,
            heldOn,
            due: null,
            place: activity.by === undefined ? (activity.conduct?.places[0]?.name ?? null) : null,
            person: activity.by === undefined ? idOf(random.one(given.assessors)) : null,
            byProvider: activity.by !== undefined,
            attendance: requiredRoles(activity.conduct ?? nobody, contract.cqcRegistered).map((role) => ({
              role,
              name: 'In person',
            })),
            notes: activity.by === undefined ? notesOf(duty, random) : {},
          },
        ],
  )
}

/** How many of what comes next each council has arranged, and how far ahead. */
const arrangedAhead = 24
const daysAhead = 12
const hours = ['09:30', '11:00', '13:30', '15:00'] as const

/** Arranges what is due soonest, with days in the next two weeks, and gives the rest to the assessors. */
export const arrangeWhatIsNext = async ({ id, people }: InventedCouncil, today: Day): Promise<void> => {
  const assessors = people.filter(({ role }) => role === 'quality-assessor').map(({ key }) => idOf(key))
  const { activities } = await listPlan(wholePlan, today, null)
  const services = new Set(await servicesUnderContract(id))
  const next = activities.filter(({ byProvider, serviceId }) => !byProvider && services.has(serviceId))
  for (const [turn, assessor] of assessors.entries())
    await assign(
      id,
      next.filter((_, index) => index % (assessors.length + 1) === turn).map((activity) => activity.id),
      assessor,
    )
  const soon = next
    .filter(({ due }) => due !== null && due >= plusDays(today, -daysAhead))
    // Some are always still to be arranged.
    .filter((_, index) => index % 3 < 2)
  for (const each of soon.slice(0, arrangedAhead)) {
    const random = randomOf('arranged', each.service, each.activity)
    const activity = await activityById(each.id)
    await arrange(activity, activity.version, {
      on: workingDayUntil(plusDays(today, random.whole(2, daysAhead))),
      time: random.one(hours),
      place: random.one(['At the service', 'Council office', 'By video call']),
      form: activity.form,
      person: activity.person?.id ?? null,
      announced: random.chance(0.9),
      reason: null,
    })
  }
}

type Given = {
  readonly begun: Day
  readonly then: Day
  readonly today: Day
  readonly assessors: readonly string[]
}

/** What was held in a week is recorded at its end. */
const recordedOn = (heldOn: Day, { begun, then }: Pick<Given, 'begun' | 'then'>): Day => {
  const end = plusDays(heldOn, daysOfWeek - 1 - (daysBetween(begun, heldOn) % daysOfWeek))
  return end < then ? end : then
}

/** Brings what a council did before it planned here, and works all of its plans out at once. */
export const planEverything = async (
  { id, people }: InventedCouncil,
  given: Omit<Given, 'assessors'>,
): Promise<void> => {
  const policy = await policyInForce(id, given.then)
  const assessors = people.filter(({ role }) => role === 'quality-assessor').map(({ key }) => key)
  await enterContracts(id, given.begun)
  const services = await servicesUnderContract(id)
  const contracts = await plannedContracts(id, services, given.then)
  const held = contracts.flatMap((contract) =>
    planOf(policy, contract).flatMap((duty) => heldOf(contract, duty, { ...given, assessors })),
  )
  for (const [on, records] of Map.groupBy(held, ({ heldOn }) => recordedOn(heldOn, given)))
    await onDay(on, withoutJobs, () => takeInHeld(id, records))
  await replan(services, 'calendar')
}
