import type { Team } from '../../../core/decisions/meetings.ts'
import { peopleOf } from '../../people/queries/people.ts'

/** A person of a team; without an account, they get no mail. */
export type TeamPerson = { readonly id: string; readonly name: string; readonly email: string | null }

/** A team with its people, by name. */
export type TeamPeople = { readonly team: Team; readonly people: readonly TeamPerson[] }

/** Returns the people of some teams of a council: who holds any of a team's roles. One query. */
export const teamPeople = async (
  authority: string,
  teams: readonly Team[],
): Promise<readonly TeamPeople[]> => {
  const everyone = await peopleOf(authority)
  return teams.map((team) => ({
    team,
    people: everyone
      .filter(({ roles }) => roles.some((role) => team.roles.includes(role)))
      .map(({ id, name, email, standing }) => ({
        id,
        name,
        email: standing === 'disabled' ? null : email,
      })),
  }))
}
