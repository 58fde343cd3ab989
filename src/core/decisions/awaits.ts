/** For whom a service waits at a session: who has chosen, and who still has to agree (W3.25). */
import type { Role } from '../people/roles.ts'
import { agreementOf, type Choice, counts } from './agreement.ts'

/** A service at a session: which roles must agree, what was chosen, and which proposal stands. */
export type Chosen = {
  readonly required: readonly Role[]
  readonly choices: readonly Choice[]
  readonly proposal: string | null
}

/** Who asks, with all that they hold of the roles that must agree. */
export type Asker = { readonly person: string; readonly roles: readonly Role[] }

/** How many of the roles have a person of their own among those who chose. */
const seats = (required: readonly Role[], people: readonly Asker[]): number => {
  const [role, ...rest] = required
  if (role === undefined) return 0
  const taken = people
    .filter(({ roles }) => roles.includes(role))
    .map(({ person }) => {
      const others = people.filter((each) => each.person !== person)
      return 1 + seats(rest, others)
    })
  return Math.max(seats(rest, people), ...taken)
}

/**
 * Returns whether a service waits for somebody (`you`), or for others after they chose (`others`). Null where nobody
 * chose, where two differ, where it is decided, and where a person has nothing to say.
 */
export const waitsFor = ({ required, choices, proposal }: Chosen, asker: Asker): 'you' | 'others' | null => {
  if (agreementOf(required, choices, proposal).state !== 'waiting') return null
  const counting = choices.filter((choice) => counts(choice, required, proposal))
  if (counting.some(({ person }) => person === asker.person)) return 'others'
  return seats(required, [...counting, asker]) > seats(required, counting) ? 'you' : null
}
