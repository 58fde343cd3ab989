import type { ContractTyped } from '../../core/contracts/contract-form.ts'
import { typedOf } from '../../core/contracts/shown-terms.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { serviceTypeNames } from '../register/words.ts'
import { changeContract } from './commands/contracts.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { changeForm } from './pages/contract-form.ts'
import { providerNames } from './queries/known-provider.ts'
import { contractById, type ShownContract } from './queries/show-contract.ts'
import { readTerms } from './read-whole.ts'
import { contractTyped, linked } from './typed-form.ts'

const show = async (
  asked: Asked,
  contract: ShownContract,
  version: number,
  typed: ContractTyped,
  errors: readonly FieldError[],
): Promise<Response> =>
  framed(asked, {
    title: 'Change the contract',
    section: `Contract ${contract.terms.reference}`,
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Contracts', href: '/contracts' },
      { text: contract.terms.reference, href: `/contracts/${contract.id}` },
    ],
    content: changeForm({
      id: contract.id,
      version,
      service: contract.service.name,
      typed,
      errors,
      names: await providerNames(contract.authority),
    }),
  })

const start = async (asked: Asked): Promise<Response> => {
  const contract = await contractById(asked.id('contract'))
  return show(asked, contract, contract.version, typedOf(contract), [])
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const contract = await contractById(asked.id('contract'))
  const typed = contractTyped(form)
  const version = Number(form.one('version'))
  await oneAtATime(contract.authority)
  const after = await readTerms(contract.authority, contract.id, typed)
  if (!('terms' in after)) return show(asked, contract, version, typed, after)
  const changed = await changeContract(contract.id, version, after, serviceTypeNames)
  return seeOther(`/contracts/${contract.id}?done=${changed ? 'contract-changed' : 'contract-unchanged'}`)
}

/** How a contract is changed: the form that added it, filled in. */
export const changeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/:contract/change',
    permission: 'contracts.edit',
    sample: ({ contract }) => `/contracts/${contract}/change`,
    handle: start,
  },
  {
    method: 'POST',
    path: '/contracts/:contract/change',
    permission: 'contracts.edit',
    audit: 'contract.changed',
    handle: save,
  },
]
