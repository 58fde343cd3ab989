import type { ProviderTyped } from '../../core/contracts/provider-form.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { authorityOf } from './authority.ts'
import { changeProvider } from './commands/change-provider.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { providerForm, providersPage } from './pages/providers-page.ts'
import { providerNames } from './queries/known-provider.ts'
import { listProviders, providerById } from './queries/list-providers.ts'
import { readOwnProvider } from './read-provider.ts'

const crumbs = [{ text: 'Contracts', href: '/contracts' }]

const list = async (asked: Asked): Promise<Response> =>
  framed(asked, {
    title: 'Providers',
    section: 'Contracts',
    breadcrumbs: [...crumbs],
    content: providersPage(await listProviders(authorityOf(asked)), asked.may('contracts.edit')),
  })

const show = async (asked: Asked, typed: ProviderTyped, errors: readonly FieldError[]): Promise<Response> =>
  framed(asked, {
    title: 'Change the provider',
    history: { kind: 'provider', id: asked.id('provider') },
    section: 'Contracts',
    errors,
    width: 'two-thirds',
    breadcrumbs: [...crumbs, { text: 'Providers', href: '/contracts/providers' }],
    content: providerForm({
      id: asked.id('provider'),
      typed,
      groups: (await providerNames(authorityOf(asked))).groups,
      errors,
    }),
  })

const start = async (asked: Asked): Promise<Response> => {
  const { name, cqcId, group } = await providerById(asked.id('provider'))
  return show(asked, { name, cqcId: cqcId ?? '', group: group ?? '' }, [])
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const id = asked.id('provider')
  await oneAtATime((await providerById(id)).authority)
  const typed = { name: form.one('name'), cqcId: form.one('cqcId'), group: form.one('group') }
  const read = await readOwnProvider(authorityOf(asked), id, typed)
  if ('errors' in read) return show(asked, typed, read.errors)
  await changeProvider(id, read.provider)
  return seeOther('/contracts/providers?done=provider-changed')
}

/** The providers that the council has contracts with, and their groups. */
export const providerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/providers',
    permission: 'contracts.see',
    sample: () => '/contracts/providers',
    handle: list,
  },
  {
    method: 'GET',
    path: '/contracts/providers/:provider',
    permission: 'contracts.edit',
    sample: ({ provider }) => `/contracts/providers/${provider}`,
    handle: start,
  },
  {
    method: 'POST',
    path: '/contracts/providers/:provider',
    permission: 'contracts.edit',
    audit: 'provider.changed',
    handle: save,
  },
]
