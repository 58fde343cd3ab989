import { fault } from '../../core/kit/problems.ts'
import { calendarText } from '../../core/monitoring/calendar.ts'
import { allows } from '../../core/people/roles.ts'
import { accountOf } from '../people/queries/account.ts'
import { membershipsOf } from '../people/queries/memberships.ts'
import { actingAs } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { type Covers, endCalendar, makeCalendar, type Owner } from './commands/calendars.ts'
import { calendarsPage } from './pages/calendars-page.ts'
import { calendarAt, calendarEntries, calendarsOf } from './queries/calendar.ts'

const ownerOf = ({ signed }: Asked): Owner => {
  if (signed === null) throw fault('not-signed-in')
  return { authority: signed.authority.id, person: signed.person.id }
}

const show = async (asked: Asked, address: string | null): Promise<Response> =>
  framed(asked, {
    title: 'Calendar addresses',
    section: 'Monitoring plan',
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Monitoring plan', href: '/plan' }],
    content: calendarsPage({ made: await calendarsOf(ownerOf(asked)), address }),
  })

const coversOf = async (asked: Asked): Promise<Covers> =>
  (await asked.form()).one('covers') === 'team' ? 'team' : 'person'

const unknown = (): Response =>
  new Response('This address of a calendar is worth nothing: it was ended, or is not complete.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  })

/** The calendar at a secret address. Whoever lost the role that sees the plan loses the calendar with it. */
const give = async (asked: Asked): Promise<Response> => {
  const feed = await calendarAt(asked.part('token').replace(/\.ics$/, ''))
  if (feed === null || (await accountOf(feed.person))?.disabled === true) return unknown()
  const held = (await membershipsOf(feed.person)).find(
    ({ side, authority }) => side === 'council' && authority.id === feed.authority,
  )
  if (held === undefined || !allows(held.roles, 'plan.see')) return unknown()
  const reader = {
    kind: 'person',
    id: feed.person,
    authorities: [feed.authority],
    services: 'all',
  } as const
  const entries = await actingAs(reader, () => calendarEntries(feed))
  const whose = feed.covers === 'team' ? ', whole team' : ''
  return new Response(calendarText(`Monitoring plan, ${held.authority.name}${whose}`, entries), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="plan.ics"',
      'cache-control': 'private, max-age=900',
    },
  })
}

export const calendarRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/plan/calendars',
    permission: 'plan.see',
    sample: () => '/plan/calendars',
    handle: (asked) => show(asked, null),
  },
  {
    method: 'POST',
    path: '/plan/calendars/make',
    permission: 'plan.see',
    audit: 'calendar.made',
    handle: async (asked) => show(asked, await makeCalendar(ownerOf(asked), await coversOf(asked))),
  },
  {
    method: 'POST',
    path: '/plan/calendars/end',
    permission: 'plan.see',
    audit: 'calendar.ended',
    handle: async (asked) => {
      await endCalendar(ownerOf(asked), await coversOf(asked))
      return seeOther('/plan/calendars?done=calendar-ended')
    },
  },
  {
    method: 'GET',
    path: '/calendar/:token',
    permission: 'anyone',
    sample: { none: 'a calendar for programs, at a secret address' },
    handle: give,
  },
]
