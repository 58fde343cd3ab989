import { randomUUID } from 'node:crypto'
import { dayOf, endOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import {
  blankSuspension,
  readSuspension,
  type SuspensionTyped,
  typedOf,
} from '../../core/suspensions/suspension-form.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { changeSuspension, startSuspension } from './commands/suspensions.ts'
import { contractChoices } from './contract-choices.ts'
import { liftRoutes } from './lift-routes.ts'
import { type SuspensionForm, suspensionForm } from './pages/form.ts'
import { listPage } from './pages/list-page.ts'
import { suspensionsToday, suspensionWords } from './policy-words.ts'
import { suspensionById, suspensionsKnown, suspensionsOfService, versionsOfService } from './queries.ts'
import { crumbsOf, linked } from './shown.ts'

const list = async (asked: Asked): Promise<Response> => {
  const { id, name, authority_id, invented } = await serviceById(asked.id('service'))
  const asAt = asAtOf(asked)
  const versions = await versionsOfService(id)
  return framed(asked, {
    title: 'Suspensions of new placements',
    section: name,
    history: { kind: 'service', id },
    width: 'two-thirds',
    breadcrumbs: crumbsOf({ id, name }),
    content: listPage({
      service: { id, name },
      suspensions: asAt === null ? await suspensionsOfService(id) : await suspensionsKnown(id, asAt),
      versions: asAt === null ? versions : versions.filter(({ recordedAt }) => recordedAt < endOf(asAt)),
      words: await suspensionWords(authority_id ?? ''),
      asAt,
      today: asAt ?? dayOf(now()),
      mayDecide:
        asAt === null &&
        asked.may('suspensions.decide') &&
        (invented || asked.signed?.authority.invented === false),
      seesContracts: asked.may('contracts.see'),
    }),
  })
}

const typedIn = (form: Form): SuspensionTyped => ({
  kind: form.one('kind'),
  reason: form.one('reason'),
  starts: dateOf(form, 'starts'),
  reviewOn: dateOf(form, 'reviewOn'),
  clause: form.one('clause'),
  conditions: form.one('conditions'),
  contract: form.one('contract'),
  despite: form.one('despite'),
})

const show = (asked: Asked, given: SuspensionForm): Response =>
  framed(asked, {
    title: given.heading,
    section: given.service.name,
    errors: linked(given.errors),
    width: 'two-thirds',
    breadcrumbs: crumbsOf(given.service, true),
    content: suspensionForm(given),
  })

const newForm = async (
  asked: Asked,
  given: { readonly id: string; readonly typed: SuspensionTyped; readonly errors: readonly FieldError[] },
) => {
  const service = await serviceForIntelligence(asked.id('service'))
  return {
    heading: 'Suspend new placements',
    action: `/services/${service.id}/suspensions/new`,
    service,
    hidden: { id: given.id },
    policy: await suspensionsToday(service.authority),
    contracts: await contractChoices(service.id),
    typed: given.typed,
    errors: given.errors,
  } satisfies SuspensionForm
}

const start = async (asked: Asked): Promise<Response> =>
  show(asked, await newForm(asked, { id: randomUUID(), typed: blankSuspension, errors: [] }))

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const id = isId(form.one('id')) ? form.one('id') : randomUUID()
  const given = await newForm(asked, { id, typed: typedIn(form), errors: [] })
  const read = readSuspension(given.typed, { ...given.policy, contracts: given.contracts })
  if ('errors' in read) return show(asked, { ...given, errors: read.errors })
  await startSuspension(id, given.service.id, read)
  return seeOther(`/services/${given.service.id}?done=suspension-started`)
}

const changeForm = async (
  asked: Asked,
  given: (stored: SuspensionTyped, version: number) => { typed: SuspensionTyped; version: string },
) => {
  const suspension = await suspensionById(asked.id('suspension'))
  const { typed, version } = given(typedOf(suspension), suspension.version)
  return {
    heading: 'Change the suspension',
    action: `/suspensions/${suspension.id}/change`,
    service: suspension.service,
    hidden: { version },
    policy: await suspensionsToday(suspension.authority),
    contracts: await contractChoices(suspension.service.id, suspension.contract),
    typed,
    errors: [],
  } satisfies SuspensionForm
}

const startChange = async (asked: Asked): Promise<Response> =>
  show(asked, await changeForm(asked, (typed, version) => ({ typed, version: String(version) })))

const saveChange = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const given = await changeForm(asked, () => ({ typed: typedIn(form), version: form.one('version') }))
  const read = readSuspension(given.typed, { ...given.policy, contracts: given.contracts })
  if ('errors' in read) return show(asked, { ...given, errors: read.errors })
  const changed = await changeSuspension(asked.id('suspension'), Number(given.hidden.version), read)
  return seeOther(
    `/services/${given.service.id}/suspensions?done=suspension-${changed ? 'changed' : 'unchanged'}`,
  )
}

/** Suspensions of new placements: seen, decided, changed and lifted (W4.6). */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/suspensions',
    permission: 'suspensions.see',
    sample: ({ service }) => `/services/${service}/suspensions`,
    past: true,
    handle: list,
  },
  {
    method: 'GET',
    path: '/services/:service/suspensions/new',
    permission: 'suspensions.decide',
    sample: ({ service }) => `/services/${service}/suspensions/new`,
    handle: start,
  },
  {
    method: 'POST',
    path: '/services/:service/suspensions/new',
    permission: 'suspensions.decide',
    audit: 'suspension.started',
    handle: save,
  },
  {
    method: 'GET',
    path: '/suspensions/:suspension/change',
    permission: 'suspensions.decide',
    sample: ({ suspension }) => `/suspensions/${suspension}/change`,
    handle: startChange,
  },
  {
    method: 'POST',
    path: '/suspensions/:suspension/change',
    permission: 'suspensions.decide',
    audit: 'suspension.changed',
    handle: saveChange,
  },
  ...liftRoutes,
]
