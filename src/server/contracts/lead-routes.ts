import { type NamingTyped, readNaming } from '../../core/contracts/lead-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked, Form } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { authorityOf } from './authority.ts'
import { nameLead, nameOfficer } from './commands/leads.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { leadInWords } from './pages/contracts-page.ts'
import { namingForm } from './pages/naming-form.ts'
import { councilPeople, officerOf } from './queries/people.ts'
import { contractById } from './queries/show-contract.ts'
import { linked } from './typed-form.ts'

const blank: NamingTyped = { person: '', from: '' }
const typedOf = (form: Form): NamingTyped => ({ person: form.one('person'), from: dateOf(form, 'from') })
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id)

const showLead = async (
  asked: Asked,
  typed: NamingTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const contract = await contractById(asked.id('contract'))
  const lead = { lead: contract.lead?.name ?? null, leadNamed: contract.lead?.named === true }
  const address = `/contracts/${contract.id}`
  return framed(asked, {
    title: 'Name the contract lead',
    section: `Contract ${contract.terms.reference}`,
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Contracts', href: '/contracts' },
      { text: contract.terms.reference, href: address },
    ],
    content: namingForm({
      heading: 'Name the contract lead',
      caption: contract.service.name,
      label: 'Contract lead',
      now: `Now: ${leadInWords(lead)}.`,
      action: `${address}/lead`,
      button: 'Name the contract lead',
      people: await councilPeople(contract.authority),
      typed,
      errors,
    }),
  })
}

const saveLead = async (asked: Asked): Promise<Response> => {
  const typed = typedOf(await asked.form())
  await oneAtATime(authorityOf(asked))
  const contract = await contractById(asked.id('contract'))
  const people = ids(await councilPeople(contract.authority))
  const read = readNaming(typed, people, contract.lead?.from ?? null, dayOf(now()))
  if ('errors' in read) return showLead(asked, typed, read.errors)
  const named = await nameLead(contract, read.person, read.from)
  return seeOther(`/contracts/${contract.id}?done=${named ? 'contract-lead-named' : 'contract-unchanged'}`)
}

const showOfficer = async (
  asked: Asked,
  typed: NamingTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const authority = authorityOf(asked)
  const officer = await officerOf(authority)
  return framed(asked, {
    title: 'Name the Authorised Officer',
    section: 'Contracts',
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Contracts', href: '/contracts' }],
    content: namingForm({
      heading: 'Name the Authorised Officer',
      caption: asked.signed?.authority.name ?? '',
      label: 'Authorised Officer',
      now: officer
        ? `Now: ${officer.name}, since ${dayInWords(officer.from)}. The Authorised Officer leads every contract that has no lead of its own.`
        : 'Nobody is named yet. The Authorised Officer leads every contract that has no lead of its own.',
      action: '/contracts/officer',
      button: 'Name the Authorised Officer',
      people: await councilPeople(authority),
      typed,
      errors,
    }),
  })
}

const saveOfficer = async (asked: Asked): Promise<Response> => {
  const typed = typedOf(await asked.form())
  const authority = authorityOf(asked)
  await oneAtATime(authority)
  const officer = await officerOf(authority)
  const read = readNaming(typed, ids(await councilPeople(authority)), officer?.from ?? null, dayOf(now()))
  if ('errors' in read) return showOfficer(asked, typed, read.errors)
  await nameOfficer(authority, read.person, read.from)
  return seeOther('/contracts?done=officer-named')
}

/** Who leads: by contract, and for all contracts without a lead of their own. */
export const leadRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/officer',
    permission: 'contracts.edit',
    sample: () => '/contracts/officer',
    handle: (asked) => showOfficer(asked, blank, []),
  },
  {
    method: 'POST',
    path: '/contracts/officer',
    permission: 'contracts.edit',
    audit: 'officer.named',
    handle: saveOfficer,
  },
  {
    method: 'GET',
    path: '/contracts/:contract/lead',
    permission: 'contracts.edit',
    sample: ({ contract }) => `/contracts/${contract}/lead`,
    handle: (asked) => showLead(asked, blank, []),
  },
  {
    method: 'POST',
    path: '/contracts/:contract/lead',
    permission: 'contracts.edit',
    audit: 'contract.lead-named',
    handle: saveLead,
  },
]
