import { randomUUID } from 'node:crypto'
import {
  blankContract,
  type ContractRead,
  type ContractTyped,
  type FieldError,
  readContract,
} from '../../core/contracts/contract-form.ts'
import {
  blankService,
  readService,
  type ServiceRead,
  type ServiceTyped,
} from '../../core/contracts/service-form.ts'
import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { listServices } from '../register/queries/list-services.ts'
import { serviceTypeNames } from '../register/words.ts'
import { authorityOf } from './authority.ts'
import { addContract } from './commands/contracts.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { chooseServicePage } from './pages/choose-service-page.ts'
import { addForm } from './pages/contract-form.ts'
import { providerNames, recognisedProvider } from './queries/known-provider.ts'
import { councilPeople, officerOf } from './queries/people.ts'
import { referenceTaken } from './queries/reference.ts'
import { type ServiceForContract, serviceForContract } from './queries/services.ts'
import { contractTyped, linked } from './typed-form.ts'

const crumbs = [{ text: 'Contracts', href: '/contracts' }]

/** Everything that was typed, to come back as it was. */
type Typed = {
  readonly id: string
  readonly contract: ContractTyped
  readonly service: ServiceTyped
  readonly lead: string
}

const show = async (
  asked: Asked,
  service: ServiceForContract | null,
  typed: Typed,
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
  const found =
    words === null
      ? null
      : await listServices({ words, type: null, proposed: null, decided: null, which: 'all', page: 1 })
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

const typedOf = (form: Form): Typed => ({
  id: form.one('id'),
  contract: contractTyped(form),
  service: { serviceName: form.one('serviceName'), place: form.one('place'), postcode: form.one('postcode') },
  lead: form.one('lead'),
})

type Read = { readonly contract: ContractRead; readonly service: ServiceRead | null }

/** Reads the whole form: everything that is wrong with it at once, that which the database knows included. */
const readAll = async (
  authority: string,
  typed: Typed,
  isNew: boolean,
): Promise<Read | readonly FieldError[]> => {
  const service = isNew ? readService(typed.service) : null
  const contract = readContract(typed.contract, serviceTypeNames)
  const provider = 'errors' in contract ? null : await recognisedProvider(authority, contract.provider)
  const errors = [
    ...(service && 'errors' in service ? service.errors : []),
    ...('errors' in contract ? contract.errors : []),
    ...(await referenceTaken(authority, typed.contract.reference, typed.id)),
    ...(provider && 'errors' in provider ? provider.errors : []),
    ...(await leadUnknown(authority, typed.lead)),
  ]
  if (errors.length > 0 || 'errors' in contract || provider === null || 'errors' in provider) return errors
  return {
    contract: { terms: contract.terms, provider: provider.provider },
    service: service && 'service' in service ? service.service : null,
  }
}

const leadUnknown = async (authority: string, lead: string): Promise<readonly FieldError[]> =>
  lead === '' || (await councilPeople(authority)).some(({ id }) => id === lead)
    ? []
    : [{ field: 'lead', text: 'Select a person of the council' }]

const add = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed = typedOf(form)
  if (!isId(typed.id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const authority = authorityOf(asked)
  const service = await chosen(form.one('service'))
  await oneAtATime(authority)
  const read = await readAll(authority, typed, service === null)
  if (!('contract' in read)) return show(asked, service, typed, read)
  const newService = read.service && {
    ...read.service,
    id: randomUUID(),
    location: null,
    type: read.contract.terms.serviceType,
    provider: read.contract.provider.name,
  }
  await addContract({
    ...read.contract,
    id: typed.id,
    authority,
    service: service?.id ?? newService?.id ?? '',
    newService,
    lead: typed.lead || null,
  })
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
