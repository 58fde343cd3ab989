import type { Permission } from '../../core/people/permissions.ts'
import { subNavigation } from '../../ui/components/sub-navigation.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Asked } from '../platform/http/asked.ts'

type Tab = { readonly text: string; readonly path: string; readonly permission: Permission }

/** The pages of a service, each with the permission that shows it. A page of another slice is one line here. */
const tabs = {
  overview: { text: 'Overview', path: '', permission: 'services.see' },
  why: { text: 'Why this rating', path: '/why', permission: 'ratings.see' },
  timeline: { text: 'Timeline', path: '/timeline', permission: 'ratings.see' },
  trends: { text: 'Trends', path: '/trends', permission: 'intelligence.see' },
} as const satisfies Readonly<Record<string, Tab>>

export type ServiceTab = keyof typeof tabs

/** Leads through the pages of one service, those that the reader may see; the past day of the page goes along. */
export const serviceTabs = (asked: Asked, service: string, active: ServiceTab): Html => {
  const seen = Object.entries(tabs).filter(([, { permission }]) => asked.may(permission))
  if (seen.length < 2) return html``
  const asAt = asked.query('as-at')
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
