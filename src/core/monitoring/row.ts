/** What the policy's table of activities says of one contract. */
import type { MonitoringDocument } from '../policy/documents/monitoring.ts'
import { providerTypeOf } from '../policy/provider-type.ts'
import type { Span } from './span.ts'

export type Activity = MonitoringDocument['activities'][number]
export type Cell = Activity['byBand'][string]

/** As much of a contract as the plan needs. */
export type PlannedContract = {
  readonly serviceType: string
  readonly grantFunded: boolean
  readonly cqcRegistered: boolean
  /** Whether it asks for what is only for contracts that say so. */
  readonly isFlagged: boolean
  /** What the contract itself says of an activity, where its word goes first. */
  readonly says: Readonly<Record<string, ContractSays>>
}

/** A contract's own word on an activity: whether it asks for it, and how often. */
export type ContractSays = { readonly asksFor: boolean; readonly every: Span | null }

/** Returns the activities of the table that a contract comes under. */
export const activitiesOf = (
  { activities, providerTypes = [] }: MonitoringDocument,
  contract: PlannedContract,
): readonly Activity[] => {
  const type = providerTypeOf(providerTypes, contract)
  return activities.filter(
    (activity) =>
      (activity.providerTypes === undefined || (type !== null && activity.providerTypes.includes(type))) &&
      (contract.says[activity.id]?.asksFor ?? (activity.contracts === 'all' || contract.isFlagged)),
  )
}

/** How much time a contract gives for an activity in a band; null where no date follows from that. */
export const timeFor = (
  activity: Activity,
  contract: PlannedContract,
  band: string,
): { readonly span: Span; readonly isOnce: boolean; readonly ofContract: boolean } | null => {
  const cell = activity.byBand[band]
  const own = contract.says[activity.id]?.every ?? null
  if (cell === undefined) return null
  if (own !== null && (activity.contractMaySay !== undefined || cell.when === 'contract'))
    return { span: own, isOnce: false, ofContract: true }
  const span = cell.every ?? cell.within
  return span === undefined ? null : { span, isOnce: cell.within !== undefined, ofContract: false }
}

/** Returns the forms in which an activity counts in a band; where the activity has none, there is nothing to choose. */
export const formsIn = (activity: Activity, band: string): readonly Activity['forms'][number][] => {
  const { form, oneOf } = activity.byBand[band] ?? {}
  const ids = form !== undefined ? [form] : (oneOf ?? activity.forms.map(({ id }) => id))
  return activity.forms.filter(({ id }) => ids.includes(id))
}

/** Whether an activity that was held in a form is what the band asked for. */
export const countsIn = (activity: Activity, band: string, form: string | null): boolean =>
  activity.forms.length === 0 || formsIn(activity, band).some(({ id }) => id === form)
