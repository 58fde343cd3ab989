import { type IntelligenceLists, listsOf } from '../../../core/intelligence/lists.ts'
import type { IntelligenceDocument } from '../../../core/policy/documents/intelligence.ts'
import type { PackDocument } from '../../../core/policy/documents/pack.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { policyToday } from '../../policy/in-force.ts'

/** What a council says about concerns that people without an account raise. */
export type RaisingRules = {
  readonly rules: NonNullable<IntelligenceDocument['raising']>
  readonly lists: IntelligenceLists
  /** Whom to ring where somebody is at risk. */
  readonly contact: PackDocument['contacts'][number]
}

/** Returns the rules of a council; null where it takes no concerns by form. */
export const raisingRules = async (authority: string): Promise<RaisingRules | null> => {
  const documents = (await policyToday(authority))?.documents
  const rules = documents?.intelligence?.raising
  const contact = documents?.pack.contacts.find(({ id }) => id === rules?.atRisk.contact)
  if (documents === undefined || rules === undefined || contact === undefined) return null
  return { rules, contact, lists: listsOf(documents.intelligence) }
}

/** A service as anyone may find it: what the council publishes of it. */
export type OpenService = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly place: string | null
  readonly postcode: string | null
  readonly authority: string
  readonly council: string
  readonly inventedCouncil: boolean
}

/**
 * Returns those of some services that a concern can be about, in their order: services that have not ended, and in an
 * invented council only invented ones.
 */
export const openServices = async (ids: readonly string[]): Promise<readonly OpenService[]> => {
  if (ids.length === 0) return []
  const rows = await db()
    .selectFrom('service_now')
    .innerJoin('authority', 'authority.id', 'service_now.authority_id')
    .where('service_now.id', 'in', ids)
    .where('service_now.ended_on', 'is', null)
    .where((where) =>
      where.or([where('authority.invented', '=', false), where('service_now.invented', '=', true)]),
    )
    .select([
      'service_now.id',
      'service_now.name',
      'service_now.service_type as type',
      'service_now.place',
      'service_now.postcode',
      'authority.id as authority',
      'authority.name as council',
      'authority.invented as inventedCouncil',
    ])
    .execute()
  const found = new Map((rows as readonly OpenService[]).map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
