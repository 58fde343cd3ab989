import { randomUUID } from 'node:crypto'
import { blankService } from '../../core/contracts/service-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { authorityOf } from '../contracts/authority.ts'
import { linked } from '../contracts/typed-form.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { addNamedServices, changeService, endService } from './commands/keep-services.ts'
import { addServiceForm, changeServiceForm, type DetailsTyped, endServiceForm } from './pages/service-form.ts'
import { serviceById } from './queries/show-service.ts'
import { readDetails, readEnd } from './read-details.ts'

const blank: DetailsTyped = { ...blankService, serviceType: '' }

const typedOf = (form: Form): DetailsTyped => ({
  serviceName: form.one('serviceName'),
  place: form.one('place'),
  postcode: form.one('postcode'),
  serviceType: form.one('serviceType'),
})

const page = (
  asked: Asked,
  title: string,
  errors: readonly FieldError[],
  content: ReturnType<typeof addServiceForm>,
) =>
  framed(asked, {
    title,
    section: 'Services',
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Services', href: '/services' }],
    content,
  })

const showNew = (asked: Asked, id: string, typed: DetailsTyped, errors: readonly FieldError[]): Response =>
  page(asked, 'Add a service', errors, addServiceForm({ id, typed, errors }))

const add = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed = typedOf(form)
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const read = readDetails(typed)
  if ('errors' in read) return showNew(asked, id, typed, read.errors)
  await addNamedServices(authorityOf(asked), [{ ...read, id, location: null, provider: '' }])
  return seeOther(`/services/${id}?done=service-added`)
}

/** A service that a person may change: in an invented council none that is real. */
const changeable = async (asked: Asked) => {
  const service = await serviceById(asked.id('service'))
  if (asked.signed?.authority.invented && !service.invented) throw fault('real-service')
  return service
}

const showChange = async (
  asked: Asked,
  typed: DetailsTyped | null,
  errors: readonly FieldError[],
): Promise<Response> => {
  const { id, name, place, postcode, service_type } = await changeable(asked)
  const stored = {
    serviceName: name,
    place: place ?? '',
    postcode: postcode ?? '',
    serviceType: service_type,
  }
  return page(
    asked,
    'Change the service',
    errors,
    changeServiceForm({ id, name, typed: typed ?? stored, errors }),
  )
}

const change = async (asked: Asked): Promise<Response> => {
  const typed = typedOf(await asked.form())
  const service = await changeable(asked)
  const read = readDetails(typed)
  if ('errors' in read) return showChange(asked, typed, read.errors)
  const { type, ...named } = read
  // The type is the contract's while one is in force: what a person typed would be undone by its next change.
  await changeService(service.id, {
    ...named,
    service_type: service.commissioned ? service.service_type : type,
  })
  return seeOther(`/services/${service.id}?done=service-changed`)
}

const showEnd = async (
  asked: Asked,
  typed: { readonly on: string; readonly reason: string },
  errors: readonly FieldError[],
): Promise<Response> => {
  const { id, name } = await changeable(asked)
  return page(asked, 'End the service', errors, endServiceForm({ id, name, ...typed, errors }))
}

const end = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed = { on: dateOf(form, 'on'), reason: form.one('reason').trim() }
  const read = readEnd(typed, dayOf(now()))
  if ('errors' in read) return showEnd(asked, typed, read.errors)
  const service = await changeable(asked)
  await endService(service.id, read.on, read.reason)
  return seeOther(`/services/${service.id}?done=service-ended`)
}

/** How services are kept by hand: those that are not in CQC's register, and what a person knows better. */
export const keepRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/new',
    permission: 'contracts.edit',
    sample: () => '/services/new',
    handle: async (asked) => showNew(asked, randomUUID(), blank, []),
  },
  {
    method: 'POST',
    path: '/services/new',
    permission: 'contracts.edit',
    audit: 'service.added',
    handle: add,
  },
  {
    method: 'GET',
    path: '/services/:service/change',
    permission: 'contracts.edit',
    sample: ({ service }) => `/services/${service}/change`,
    handle: (asked) => showChange(asked, null, []),
  },
  {
    method: 'POST',
    path: '/services/:service/change',
    permission: 'contracts.edit',
    audit: 'service.changed',
    handle: change,
  },
  {
    method: 'GET',
    path: '/services/:service/end',
    permission: 'contracts.edit',
    sample: ({ service }) => `/services/${service}/end`,
    handle: (asked) => showEnd(asked, { on: '', reason: '' }, []),
  },
  {
    method: 'POST',
    path: '/services/:service/end',
    permission: 'contracts.edit',
    audit: 'service.ended',
    handle: end,
  },
]
