import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { blankHandOver, type HandOverTyped, readHandOver } from '../../core/people/hand-over-form.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { handOver } from './commands/hand-over.ts'
import { handOverPage } from './pages/hand-over-page.ts'
import { candidatesFor } from './queries/candidates.ts'
import { membersOf } from './queries/members.ts'
import { type Ours, serviceAsked } from './whose-service.ts'

/** The service, its people, and the reader's own membership as its registered manager. */
const handedOver = async (asked: Asked) => {
  const service = await serviceAsked(asked)
  const members = await membersOf(service.id)
  const own = service.held.find(({ role }) => role === 'registered-manager')
  const from = members.find(({ id }) => id === own?.membership)
  if (!from) throw fault('not-your-people')
  const others = members.filter(({ person, role }) => person !== from.person && role === 'contributor')
  return { service, from, members: others, people: [...others, ...(await candidatesFor(service))] }
}

type Handed = { readonly service: Ours } & Pick<Awaited<ReturnType<typeof handedOver>>, 'people'>

const show = (
  asked: Asked,
  { service, people }: Handed,
  id: string,
  typed: HandOverTyped,
  errors: readonly FieldError[],
): Response =>
  framed(asked, {
    title: 'Hand the service over',
    section: service.name,
    width: 'two-thirds',
    errors: errors.map((error) => (error.field === 'until' ? { ...error, id: 'until-day' } : error)),
    breadcrumbs: [
      { text: service.name, href: `/services/${service.id}` },
      { text: 'Who has access', href: `/services/${service.id}/people` },
    ],
    content: handOverPage({ service, people, id, typed, errors }),
  })

const save = async (asked: Asked): Promise<Response> => {
  const handed = await handedOver(asked)
  const form = await asked.form()
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const typed = { successor: form.one('successor'), keep: form.one('keep'), until: dateOf(form, 'until') }
  const read = readHandOver(
    typed,
    handed.people.map(({ person }) => person),
    dayOf(now()),
  )
  if ('errors' in read) return show(asked, handed, id, typed, read.errors)
  const { service, from, members } = handed
  await handOver({
    id,
    authority: service.authority,
    service: service.id,
    from,
    to: {
      person: read.successor,
      before: members.find(({ person }) => person === read.successor) ?? null,
    },
    until: read.until,
  })
  return seeOther('/our-services?done=handed-over')
}

/** Where a registered manager hands a service to the next. */
export const handOverRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/hand-over',
    permission: 'services.hand-over',
    sample: { none: 'only the registered manager of the service can open it: membership.test.ts does' },
    handle: async (asked) => show(asked, await handedOver(asked), randomUUID(), blankHandOver, []),
  },
  {
    method: 'POST',
    path: '/services/:service/hand-over',
    permission: 'services.hand-over',
    audit: 'service.handed-over',
    handle: save,
  },
]
