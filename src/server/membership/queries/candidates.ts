import type { Ours } from '../whose-service.ts'
import { employerOf } from './employer.ts'
import { membersIn, membersOf } from './members.ts'

/** Somebody who could be let in for a service. */
export type Candidate = { readonly person: string; readonly name: string }

/**
 * Returns who has an account with the provider of a service already, and no part in this one. A registered manager sees
 * the people of their own services only, so chooses among those.
 */
export const candidatesFor = async (service: Ours): Promise<readonly Candidate[]> => {
  const employer = await employerOf(service)
  const here = new Set((await membersOf(service.id)).map(({ person }) => person))
  const of = (await membersIn(service.authority)).filter(({ provider, group }) =>
    'provider' in employer ? provider === employer.provider : group === employer.group,
  )
  return [...new Map(of.map(({ person, name }) => [person, { person, name }])).values()].filter(
    ({ person }) => !here.has(person),
  )
}
