/** Which row of the policy's table of activities a contract belongs to. */
import type { ProviderTypeDocument } from './documents/provider-types.ts'

/** As much of a contract as decides it. */
export type Contracted = {
  readonly serviceType: string
  readonly grantFunded: boolean
  readonly cqcRegistered: boolean
}

type Condition = ProviderTypeDocument['whenAnyOf'][number]

const holds = (condition: Condition, contract: Contracted): boolean =>
  (condition.serviceTypes?.includes(contract.serviceType) ?? true) &&
  (condition.grantFunded ?? contract.grantFunded) === contract.grantFunded &&
  (condition.cqcRegistered ?? contract.cqcRegistered) === contract.cqcRegistered

/** Returns the id of the first type of which a condition holds, or null where the policy has no types, or none holds. */
export const providerTypeOf = (types: readonly ProviderTypeDocument[], contract: Contracted): string | null =>
  types.find(({ whenAnyOf }) => whenAnyOf.some((condition) => holds(condition, contract)))?.id ?? null
