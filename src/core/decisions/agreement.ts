/** Whether the roles that must agree do: each by another person, all of the same band, on the same proposal (W3.25). */
import type { Role } from '../people/roles.ts'

/** What one person chose for a service. */
export type Choice = {
  readonly person: string
  /** All that they hold of the roles that must agree. */
  readonly roles: readonly Role[]
  readonly band: string
  /** Which proposal they had before them; null where there was none. */
  readonly proposal: string | null
}

/** A person who decides, in the role in which they do. */
export type Decider = { readonly person: string; readonly role: Role }

/**
 * `open`: nobody chose. `waiting`: nobody differs, and a role is missing. `differs`: two chose differently. `agreed`: it
 * takes effect.
 */
export type Agreement =
  | { readonly state: 'open' }
  | { readonly state: 'waiting'; readonly band: string }
  | { readonly state: 'differs' }
  | { readonly state: 'agreed'; readonly band: string; readonly deciders: readonly Decider[] }

/** Finds a person of their own for each role: nobody stands for two. */
const seated = (required: readonly Role[], choices: readonly Choice[]): readonly Decider[] | null => {
  const [role, ...rest] = required
  if (role === undefined) return []
  for (const { person } of choices.filter(({ roles }) => roles.includes(role))) {
    const others = seated(
      rest,
      choices.filter((choice) => choice.person !== person),
    )
    if (others !== null) return [{ person, role }, ...others]
  }
  return null
}

/** Whether a choice still counts: made on the proposal that stands, by somebody whose role is asked. */
export const counts = (choice: Choice, required: readonly Role[], proposal: string | null): boolean =>
  choice.proposal === proposal && choice.roles.some((role) => required.includes(role))

/** Returns where a service stands among those who must agree. `proposal` is the one that stands now. */
export const agreementOf = (
  required: readonly Role[],
  choices: readonly Choice[],
  proposal: string | null,
): Agreement => {
  const counting = choices.filter((choice) => counts(choice, required, proposal))
  const [first] = counting
  if (first === undefined) return { state: 'open' }
  if (counting.some(({ band }) => band !== first.band)) return { state: 'differs' }
  const deciders = seated(required, counting)
  return deciders === null
    ? { state: 'waiting', band: first.band }
    : { state: 'agreed', band: first.band, deciders }
}
