import { z } from 'zod'
import type { Day } from '../kit/days.ts'
import { dayField, list, text } from './fields.ts'

/**
 * Whether a location has its registered manager. CQC says it by naming them; the schema here reads their roles and
 * leaves the names where they are, so that no name of a person can get any further.
 */
const contact = z.object({ personRoles: list(z.string()) })

/** What a record says about its registered manager. */
export const managerFields = {
  registrationStatus: text,
  registeredManagerAbsentDate: dayField,
  regulatedActivities: list(z.object({ contacts: list(contact) })),
}

export type Manager = {
  /** Null where CQC does not say: NHS locations need none, and after deregistration nobody is listed. */
  readonly managerInPost: boolean | null
  readonly managerAbsentSince: Day | null
}

/** Returns whether the registered manager is in post, from the roles of the contacts and the date of absence. */
export const managerOf = (given: z.infer<z.ZodObject<typeof managerFields>>): Manager => {
  const absent = given.registeredManagerAbsentDate
  const named = given.regulatedActivities.some((activity) =>
    activity.contacts.some((one) =>
      one.personRoles.some((role) => role.toLowerCase() === 'registered manager'),
    ),
  )
  const ended = given.registrationStatus?.toLowerCase() === 'deregistered'
  if (ended) return { managerInPost: null, managerAbsentSince: null }
  return { managerInPost: absent ? false : named || null, managerAbsentSince: absent }
}
