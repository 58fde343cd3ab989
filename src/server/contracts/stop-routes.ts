import { blankStop, readStop, type Stop, type StopTyped } from '../../core/contracts/stop-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked, Form } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { stopContract } from './commands/contracts.ts'
import { confirmTermination, type StopGiven, stopForm } from './pages/stop-page.ts'
import { contractById } from './queries/show-contract.ts'
import { linked } from './typed-form.ts'

const titles = { ended: 'End the contract', terminated: 'Terminate the contract' } as const

const show = (asked: Asked, given: StopGiven, content = stopForm(given)): Response =>
  framed(asked, {
    title: titles[given.how],
    section: `Contract ${given.contract.terms.reference}`,
    errors: linked(given.errors),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Contracts', href: '/contracts' },
      { text: given.contract.terms.reference, href: `/contracts/${given.contract.id}` },
    ],
    content,
  })

const typedOf = (form: Form): StopTyped => ({
  on: dateOf(form, 'on'),
  notice: dateOf(form, 'notice'),
  reasons: form.all('reasons'),
  note: form.one('note'),
})

const start =
  (how: Stop['how']) =>
  async (asked: Asked): Promise<Response> => {
    const contract = await contractById(asked.id('contract'))
    if (contract.stop !== null) throw fault('contract-stopped', { reference: contract.terms.reference })
    return show(asked, { how, contract, version: contract.version, typed: blankStop, errors: [] })
  }

const save =
  (how: Stop['how']) =>
  async (asked: Asked): Promise<Response> => {
    const form = await asked.form()
    const contract = await contractById(asked.id('contract'))
    const typed = typedOf(form)
    const version = Number(form.one('version'))
    const read = readStop(how, typed, contract.terms.starts, dayOf(now()))
    const given = { how, contract, version, typed, errors: 'errors' in read ? read.errors : [] }
    if ('errors' in read) return show(asked, given)
    // What cannot be undone is asked twice.
    if (how === 'terminated' && form.one('confirmed') !== 'yes')
      return show(asked, given, confirmTermination(given, read))
    await stopContract(contract.id, version, read)
    return seeOther(`/contracts/${contract.id}?done=contract-${how}`)
  }

/** How a contract stops: it ends, or it is terminated with reasons (W1.5). */
export const stopRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/:contract/end',
    permission: 'contracts.edit',
    sample: ({ contract }) => `/contracts/${contract}/end`,
    handle: start('ended'),
  },
  {
    method: 'POST',
    path: '/contracts/:contract/end',
    permission: 'contracts.edit',
    audit: 'contract.ended',
    handle: save('ended'),
  },
  {
    method: 'GET',
    path: '/contracts/:contract/terminate',
    permission: 'contracts.edit',
    sample: ({ contract }) => `/contracts/${contract}/terminate`,
    handle: start('terminated'),
  },
  {
    method: 'POST',
    path: '/contracts/:contract/terminate',
    permission: 'contracts.edit',
    audit: 'contract.terminated',
    handle: save('terminated'),
  },
]
