import { z } from 'zod'
import { based, id, words } from './values.ts'

const condition = based({
  serviceTypes: z.array(id).min(1).optional(),
  grantFunded: z.boolean().optional(),
  cqcRegistered: z.boolean().optional(),
})

/**
 * Types of provider, as the policy's own table of activities has them. A contract is of the first type of which any
 * condition holds; a condition holds where all its keys do, and one without keys always holds.
 */
export const providerTypes = z.array(based({ id, name: words, whenAnyOf: z.array(condition).min(1) }))

export type ProviderTypeDocument = z.output<typeof providerTypes>[number]
