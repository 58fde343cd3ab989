import type { Role } from './roles.ts'

/** Whoever lets people in for a service: the council's staff, or somebody of the provider by what they are for it. */
export type Giver = 'council' | Role

const both: readonly Role[] = ['registered-manager', 'contributor']

const table: Readonly<Partial<Record<Giver, readonly Role[]>>> = {
  council: both,
  'group-lead': both,
  // The next registered manager is named by handing over, so that a service is never without one by mistake.
  'registered-manager': ['contributor'],
}

/** Returns the roles that somebody may give for a service. What the table does not name, nobody gives. */
export const givable = (giver: Giver): readonly Role[] => table[giver] ?? []
