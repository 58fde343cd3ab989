import type { Permission } from '../../../core/people/permissions.ts'
import { allows } from '../../../core/people/roles.ts'
import type { Signed } from './signed.ts'

type NavigationPlace = {
  readonly text: string
  readonly href: string
  readonly permission: Permission
  /** Who holds this has enough places, and finds it in the footer. */
  readonly unless?: Permission
  /** Where else the place is marked: addresses that begin otherwise. */
  readonly also?: readonly string[]
}

/** The places of the main navigation, at most six for any role, each with the permission that shows it. */
const places: readonly NavigationPlace[] = [
  { text: 'Home', href: '/', permission: 'work.see' },
  { text: 'Our services', href: '/our-services', permission: 'own-services.see' },
  { text: 'Services', href: '/services', permission: 'services.see' },
  { text: 'Contracts', href: '/contracts', permission: 'contracts.see' },
  { text: 'Decisions', href: '/decisions', permission: 'decisions.see', also: ['/documents'] },
  { text: 'Plan', href: '/plan', permission: 'plan.see', also: ['/activities'] },
  { text: 'Visits', href: '/visits', permission: 'visits.see' },
  { text: 'Policy', href: '/policy', permission: 'policy.see', unless: 'plan.see' },
  {
    text: 'Administration',
    href: '/administration',
    permission: 'administration.see',
    also: ['/people', '/outbox', '/tokens'],
  },
]

/** Returns the places that a person may go to, the one of this address marked. */
export const navigationOf = (signed: Signed | null, path: string) =>
  places
    .filter(
      ({ permission, unless }) =>
        signed && allows(signed.roles, permission) && (unless === undefined || !allows(signed.roles, unless)),
    )
    .map(({ text, href, also = [] }) => ({
      text,
      href,
      current: path === href,
      active:
        (href !== '/' && path.startsWith(`${href}/`)) ||
        also.some((other) => path === other || path.startsWith(`${other}/`)),
    }))

/** Returns where the footer leads beside what it says on every page: the policy, for all who may see it. */
export const footerPlacesOf = (signed: Signed | null) =>
  signed && allows(signed.roles, 'policy.see') ? [{ text: 'Policy', href: '/policy' }] : []
