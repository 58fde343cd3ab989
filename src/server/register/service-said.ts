import { z } from 'zod'
import type { Visible } from '../../core/sharing/visible.ts'
import type { Asking } from '../platform/api/asking.ts'

/** A service as the API says it. What is optional is left out for a token that may not see it. */
export const serviceSaid = z
  .object({
    id: z.guid(),
    name: z.string(),
    type: z.string().describe('The type of service, by the id that the policy has for it.'),
    provider: z.string().nullable().describe('Who runs it, as the council’s contract says.'),
    registeredProvider: z.string().nullable().describe('Who runs it, as CQC’s register says.'),
    place: z.string().nullable(),
    postcode: z.string().nullable(),
    locationId: z.string().nullable().describe('CQC’s id of the location.'),
    cqcRating: z.string().nullable().describe('CQC’s overall rating, in CQC’s words.'),
    cqcPublished: z.iso.date().nullable(),
    registeredFrom: z.iso.date().nullable(),
    registeredTo: z.iso.date().nullable().describe('Set where CQC’s registration has ended.'),
    managerInPost: z.boolean().nullable(),
    commissioned: z.boolean().describe('Whether the council buys it; false for others in the area.'),
    invented: z.boolean().describe('True for what a demonstration made up.'),
    endedOn: z.iso.date().nullable(),
    endReason: z.string().nullable().optional(),
    population: z.int().nullable().optional().describe('How many people use it, where that is known.'),
    lead: z.string().nullable().optional().describe('The contract lead.'),
    proposedRating: z
      .string()
      .nullable()
      .optional()
      .describe('The band that is proposed, by its id in the policy; null where there is none.'),
  })
  .meta({ id: 'Service', description: 'A service of the register.' })

/** What of a service's row is told. */
export type ServiceRow = {
  readonly id: string
  readonly authority_id: string
  readonly name: string
  readonly service_type: string
  readonly place: string | null
  readonly postcode: string | null
  readonly provider_name: string | null
  readonly registered_provider: string | null
  readonly location_id: string | null
  readonly rating_overall: string | null
  readonly rating_published: string | null
  readonly registered_from: string | null
  readonly registered_to: string | null
  readonly manager_in_post: boolean | null
  readonly commissioned: boolean
  readonly invented: boolean
  readonly ended_on: string | null
  readonly end_reason: string | null
  readonly population: number | null
  readonly lead: string | null
}

type Said = z.input<typeof serviceSaid>

const inWords = (seen: Visible<'service', ServiceRow>): Said => ({
  id: seen.id,
  name: seen.name,
  type: seen.service_type,
  provider: seen.provider_name,
  registeredProvider: seen.registered_provider,
  place: seen.place,
  postcode: seen.postcode,
  locationId: seen.location_id,
  cqcRating: seen.rating_overall,
  cqcPublished: seen.rating_published,
  registeredFrom: seen.registered_from,
  registeredTo: seen.registered_to,
  managerInPost: seen.manager_in_post,
  commissioned: seen.commissioned,
  invented: seen.invented,
  endedOn: seen.ended_on,
  endReason: seen.end_reason,
  population: seen.population,
  lead: seen.lead,
})

/** Returns a service as the token that asks may see it. */
export const sayService = (asking: Asking, row: ServiceRow & { readonly proposed: string | null }): Said => {
  const whose = { authority: row.authority_id, service: row.id }
  const rated = asking.seen('rating', { proposed: row.proposed }, whose)
  return { ...inWords(asking.seen('service', row, whose)), proposedRating: rated.proposed }
}
