import type { Permission } from '../../core/people/permissions.ts'
import type { Asked } from '../platform/http/asked.ts'

/** A page of the team’s work that has no place in the main navigation. */
export type Place = { readonly text: string; readonly href: string; readonly permission: Permission }

/** Six places is what the main navigation holds for any role: these are reached from Home. */
const places: readonly Place[] = [
  { text: 'All alerts', href: '/alerts', permission: 'work.see' },
  { text: 'Calendars', href: '/plan/calendars', permission: 'plan.see' },
]

/** Returns the pages of the team’s work that somebody may open. */
export const placesFor = (asked: Asked): readonly Place[] =>
  places.filter(({ permission }) => asked.may(permission))
