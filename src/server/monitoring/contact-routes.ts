import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { dayAsTyped } from '../../core/kit/typed-day.ts'
import { blankContact, type ContactTyped, readContact } from '../../core/monitoring/contact-form.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { followUpContact, recordContact } from './commands/contacts.ts'
import { contactPage } from './pages/contacts.ts'
import { contactTyped, linked } from './typed-forms.ts'

type Service = Awaited<ReturnType<typeof serviceForIntelligence>>

const show = (
  asked: Asked,
  service: Service,
  form: { readonly id: string; readonly typed: ContactTyped; readonly errors: readonly FieldError[] },
): Response =>
  framed(asked, {
    title: 'Record a call, email or visit',
    section: service.name,
    errors: linked(form.errors),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
      { text: 'Monitoring plan', href: `/services/${service.id}/plan` },
    ],
    content: contactPage({ service, ...form }),
  })

const start = async (asked: Asked): Promise<Response> =>
  show(asked, await serviceForIntelligence(asked.id('service')), {
    id: randomUUID(),
    typed: { ...blankContact, on: dayAsTyped(dayOf(now())) },
    errors: [],
  })

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const service = await serviceForIntelligence(asked.id('service'))
  const id = form.one('id')
  const { signed } = asked
  if (!isId(id) || signed === null)
    throw fault('bad-request', { what: 'The form was sent without its number.' })
  const typed = contactTyped(form)
  const read = readContact(typed, dayOf(now()))
  if ('errors' in read) return show(asked, service, { id, typed, errors: read.errors })
  await recordContact({
    ...read,
    id,
    authority: service.authority,
    service: service.id,
    person: signed.person.id,
  })
  return seeOther(`/services/${service.id}/plan?done=contact-recorded#contacts`)
}

const followedUp = async (asked: Asked): Promise<Response> => {
  const service = asked.id('service')
  await followUpContact(service, asked.id('contact'), dayOf(now()))
  return seeOther(`/services/${service}/plan?done=contact-followed-up#contacts`)
}

export const contactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/contacts/new',
    permission: 'contacts.record',
    sample: ({ service }) => `/services/${service}/contacts/new`,
    handle: start,
  },
  {
    method: 'POST',
    path: '/services/:service/contacts/new',
    permission: 'contacts.record',
    audit: 'contact.recorded',
    handle: save,
  },
  {
    method: 'POST',
    path: '/services/:service/contacts/:contact/followed-up',
    permission: 'contacts.record',
    audit: 'contact.followed-up',
    handle: followedUp,
  },
]
