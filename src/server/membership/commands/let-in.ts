import { randomUUID } from 'node:crypto'
import type { Access } from '../../../core/people/access.ts'
import { accessOf, isHeld } from '../queries/access.ts'
import { endMembership, endPartner } from './end.ts'
import { addPartner, giveMembership } from './give.ts'

/** Gives an invited person what they do not have yet: an invitation that is sent twice gives it once. */
export const letIn = async (authority: string, person: string, wanted: readonly Access[]): Promise<void> => {
  const held = await accessOf(authority, person)
  for (const access of wanted.filter((each) => !isHeld(held, each))) {
    if (access.side === 'partner') await addPartner({ authority, person, agency: access.agency })
    else {
      const { role, of, service } = access
      await giveMembership({ id: randomUUID(), authority, person, role, of, service })
    }
  }
}

/** Ends everything that a person is for providers and agencies in the eyes of one council. */
export const endAccess = async (authority: string, person: string): Promise<void> => {
  for (const access of await accessOf(authority, person)) {
    if (access.side === 'partner') await endPartner(authority, person)
    else await endMembership(authority, { id: access.membership, person, service: access.service })
  }
}
