import type { Permission } from '../../core/people/permissions.ts'
import { subNavigation } from '../../ui/components/sub-navigation.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Asked } from '../platform/http/asked.ts'

type Tab = {
  readonly text: string
  readonly path: string
  readonly permission: Permission
  /** Whether the page can also show a past day. One that cannot is left out there, so that no two times are mixed up. */
  readonly past: boolean
}

/** The pages of a service, each with the permission that shows it. A page of another slice is one line here. */
const tabs = {
  overview: { text: 'Overview', path: '', permission: 'services.see', past: true },
  why: { text: 'Why this rating', path: '/why', permission: 'ratings.see', past: true },
  timeline: { text: 'Timeline', path: '/timeline', permission: 'ratings.see', past: true },
  trends: { text: 'Trends', path: '/trends', permission: 'intelligence.see', past: true },
  plan: { text: 'Plan', path: '/plan', permission: 'plan.see', past: true },
  intelligence: { text: 'Intelligence', path: '/intelligence', permission: 'intelligence.see', past: true },
  people: { text: 'People', path: '/people', permission: 'service-people.see', past: false },
} as const satisfies Readonly<Record<string, Tab>>

export type ServiceTab = keyof typeof tabs

/** Leads through the pages of one service, those that the reader may see; the past day of the page goes along. */
export const serviceTabs = (asked: Asked, service: string, active: ServiceTab): Html => {
  const asAt = asked.query('as-at')
  const seen = Object.entries(tabs).filter(
    ([, { permission, past }]) => asked.may(permission) && (past || asAt === null),
  )
  if (seen.length < 2) return html``
  const query = asAt === null ? '' : `?as-at=${encodeURIComponent(asAt)}`
  return subNavigation({
    label: 'Pages of this service',
    items: seen.map(([id, { text, path }]) => ({
      text,
      href: `/services/${service}${path}${query}`,
      active: id === active,
    })),
  })
}
