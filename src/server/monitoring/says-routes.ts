import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { readSays, type SaysTyped, sayableOf } from '../../core/monitoring/contract-says.ts'
import { contractById } from '../contracts/queries/show-contract.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyToday } from '../policy/in-force.ts'
import { sayOfContract } from './commands/say-of-contract.ts'
import { saysPage } from './pages/says-page.ts'
import { plannedContracts } from './queries/planned-contracts.ts'

const subject = async (asked: Asked) => {
  const contract = await contractById(asked.id('contract'))
  const { id, authority, service, terms } = contract
  const policy = await policyToday(authority)
  const planned = (await plannedContracts(authority, [service.id], dayOf(now()))).find(
    (each) => each.contract === id,
  )
  if (planned === undefined || policy === null)
    throw fault('contract-stopped', { reference: terms.reference })
  return {
    contract: { id, authority, service: service.id },
    shown: { id, reference: terms.reference, service: service.name },
    planned,
    sayable: sayableOf(policy.documents.monitoring, planned),
  }
}

type Subject = Awaited<ReturnType<typeof subject>>

const stored = ({ planned, sayable }: Subject): SaysTyped =>
  Object.fromEntries(
    sayable.map(({ activity: { id } }) => {
      const said = planned.says[id]
      const every = said?.every ?? null
      return [
        id,
        {
          asks: (said?.asksFor ?? planned.isFlagged) ? 'yes' : 'no',
          months: every !== null && 'months' in every ? String(every.months) : '',
        },
      ]
    }),
  )

const show = (asked: Asked, of: Subject, typed: SaysTyped, errors: readonly FieldError[]): Response =>
  framed(asked, {
    title: 'What the contract says of monitoring',
    section: `Contract ${of.shown.reference}`,
    errors,
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Contracts', href: '/contracts' },
      { text: of.shown.reference, href: `/contracts/${of.shown.id}` },
    ],
    content: saysPage({ contract: of.shown, sayable: of.sayable, typed, errors }),
  })

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const of = await subject(asked)
  const typed: SaysTyped = Object.fromEntries(
    of.sayable.map(({ activity: { id } }) => [
      id,
      { asks: form.one(`asks-${id}`), months: form.one(`months-${id}`) },
    ]),
  )
  const read = readSays(typed, of.sayable)
  if ('errors' in read) return show(asked, of, typed, read.errors)
  await sayOfContract(of.contract, read)
  return seeOther(`/services/${of.contract.service}/plan?done=contract-said`)
}

export const saysRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/:contract/monitoring',
    permission: 'contracts.edit',
    sample: ({ contract }) => `/contracts/${contract}/monitoring`,
    handle: async (asked) => {
      const of = await subject(asked)
      return show(asked, of, stored(of), [])
    },
  },
  {
    method: 'POST',
    path: '/contracts/:contract/monitoring',
    permission: 'contracts.edit',
    audit: 'monitoring.said',
    handle: save,
  },
]
