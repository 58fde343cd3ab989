/** The invented people who work for a provider or an agency, and not for the council. */
import { roles } from '../../core/people/roles.ts'
import { addPartner, giveMembership } from '../membership/commands/give.ts'
import { providerOfService } from '../membership/queries/provider-of-service.ts'
import { namePerson } from '../people/commands.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'

/** Adds them, all of the provider of one service: its registered manager, a deputy, and the lead of the provider. */
export const addPeopleOutside = async ({
  id: authority,
  name: council,
  people,
  ...of
}: InventedCouncil): Promise<void> => {
  const managed = idOf(of.managed)
  const { provider } = await providerOfService(managed)
  for (const { key, name, role } of people) {
    if (roles[role].side === 'council') continue
    const person = idOf(key)
    await namePerson({ id: person, name, invented: true })
    if (role === 'partner-member')
      await addPartner({ authority, person, agency: `${council.replace(' Council', '')} NHS (invented)` })
    else
      await giveMembership({
        id: idOf(`membership ${key}`),
        authority,
        person,
        role,
        of: { provider },
        service: role === 'group-lead' ? null : managed,
      })
  }
}
