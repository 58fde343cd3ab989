import { fault } from '../../core/kit/problems.ts'
import { type Giver, givable } from '../../core/people/giving.ts'
import type { Role } from '../../core/people/roles.ts'
import { db } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { ServiceRole } from '../platform/http/signed.ts'

/** A service, and what the person who asks is for it. */
export type Ours = {
  readonly id: string
  readonly name: string
  readonly authority: string
  /** What they are for the provider; empty for the council's people. */
  readonly held: readonly ServiceRole[]
  /** The roles that they may give here. */
  readonly givable: readonly Role[]
}

/**
 * Returns a service, and what the person who asks may do about its people. A role elsewhere counts for
 * nothing here: a contributor of this service who manages another one manages the other one only.
 */
export const serviceFor = async (asked: Asked, id: string): Promise<Ours> => {
  const service = await db()
    .selectFrom('service_now')
    .where('id', '=', id)
    .select(['name', 'authority_id'])
    .executeTakeFirst()
  if (!service || asked.signed === null) throw fault('not-found', { what: 'service', id })
  const held = asked.signed.at.filter((role) => role.service === id)
  const givers: readonly Giver[] =
    asked.signed.side === 'council' ? ['council'] : held.map(({ role }) => role)
  return {
    id,
    name: service.name ?? '',
    authority: service.authority_id ?? '',
    held,
    givable: asked.may('service-people.edit') ? [...new Set(givers.flatMap(givable))] : [],
  }
}

/** Returns the service of the address, and what the person who asks may do about its people. */
export const serviceAsked = (asked: Asked): Promise<Ours> => serviceFor(asked, asked.id('service'))
