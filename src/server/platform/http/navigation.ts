import { allows } from '../../../core/people/roles.ts'
import type { Signed } from './signed.ts'

/** The places of the main navigation, at most six, each with the permission that shows it. */
const places = [
  { text: 'Home', href: '/', permission: 'work.see' },
  { text: 'Our services', href: '/our-services', permission: 'own-services.see' },
  { text: 'Services', href: '/services', permission: 'services.see' },
  { text: 'Contracts', href: '/contracts', permission: 'contracts.see' },
  { text: 'Visits', href: '/visits', permission: 'visits.see' },
  { text: 'Policy', href: '/policy', permission: 'policy.see' },
  { text: 'Administration', href: '/administration', permission: 'administration.see' },
] as const

/** Returns the places that a person may go to, the one of this address marked. */
export const navigationOf = (signed: Signed | null, path: string) =>
  places
    .filter(({ permission }) => signed && allows(signed.roles, permission))
    .map(({ text, href }) => ({
      text,
      href,
      current: path === href,
      active: href !== '/' && path.startsWith(`${href}/`),
    }))
