import { randomUUID } from 'node:crypto'
import { blankContract } from '../../core/contracts/contract-form.ts'
import { blankService } from '../../core/contracts/service-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { listServices } from '../register/queries/list-services.ts'
import { authorityOf } from './authority.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { chooseServicePage } from './pages/choose-service-page.ts'
import { addForm } from './pages/contract-form.ts'
import { providerNames } from './queries/known-provider.ts'
import { councilPeople, officerOf } from './queries/people.ts'
import { type ServiceForContract, serviceForContract } from './queries/services.ts'
import { addWhole, type WholeTyped } from './read-whole.ts'
import { contractTyped, linked } from './typed-form.ts'

const crumbs = [{ text: 'Contracts', href: '/contracts' }]

const show = async (
  asked: Asked,
  service: ServiceForContract | null,
  typed: WholeTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const authority = authorityOf(asked)
  const officer = await officerOf(authority)
  return framed(asked, {
    title: 'Add a contract',
    section: 'Contracts',
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [...crumbs],
    content: addForm({
      id: typed.id,
      service,
      serviceTyped: typed.service,
      typed: typed.contract,
      lead: typed.lead,
      errors,
      names: await providerNames(authority),
      people: await councilPeople(authority),
      officer: officer?.name ?? null,
    }),
  })
}

const choose = async (asked: Asked): Promise<Response> => {
  const words = asked.query('q')?.slice(0, 100) ?? null
  const search = {
    words,
    type: null,
    proposed: null,
    decided: null,
    which: 'all',
    suspended: false,
    asAt: null,
    sort: null,
    down: false,
    page: 1,
  } as const
  const found = words === null ? null : await listServices(search, dayOf(now()))
  // An invented council has contracts with invented services only.
  const services = (found?.services ?? []).filter(
    ({ invented }) => invented || !asked.signed?.authority.invented,
  )
  return framed(asked, {
    title: 'Which service is the contract for?',
    section: 'Contracts',
    breadcrumbs: [...crumbs],
    content: chooseServicePage({ words, services }),
  })
}

const chosen = async (id: string): Promise<ServiceForContract | null> => {
  if (id === 'new') return null
  if (!isId(id)) throw fault('not-found', { what: 'service', id })
  return serviceForContract(id)
}

const start = async (asked: Asked): Promise<Response> => {
  const given = asked.query('service')
  if (given === null) return choose(asked)
  const service = await chosen(given)
  const contract = {
    ...blankContract,
    serviceType: service?.type ?? '',
    provider: service?.provider ?? '',
    providerCqcId: service?.providerCqcId ?? '',
  }
  return show(asked, service, { id: randomUUID(), contract, service: blankService, lead: '' }, [])
}

const typedOf = (form: Form): WholeTyped => ({
  id: form.one('id'),
  contract: contractTyped(form),
  service: { serviceName: form.one('serviceName'), place: form.one('place'), postcode: form.one('postcode') },
  lead: form.one('lead'),
})

const add = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed = typedOf(form)
  if (!isId(typed.id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const authority = authorityOf(asked)
  const service = await chosen(form.one('service'))
  await oneAtATime(authority)
  const errors = await addWhole(authority, typed, service?.id ?? null)
  if (errors.length > 0) return show(asked, service, typed, errors)
  return seeOther(`/contracts/${typed.id}?done=contract-added`)
}

/** How a contract is added: its service is chosen or new, then one form. */
export const addRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/new',
    permission: 'contracts.edit',
    sample: () => '/contracts/new',
    handle: start,
  },
  {
    method: 'POST',
    path: '/contracts/new',
    permission: 'contracts.edit',
    audit: 'contract.added',
    handle: add,
  },
]
