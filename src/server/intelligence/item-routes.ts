import { randomUUID } from 'node:crypto'
import { readItem, typedOf } from '../../core/intelligence/item-form.ts'
import { blankItem, type ItemTyped, itemFields } from '../../core/intelligence/item-typed.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { leadingToDays } from '../../ui/day-field.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { correctIntelligence } from './commands/correct-intelligence.ts'
import { recordIntelligence } from './commands/record-intelligence.ts'
import { correctItemPage, newItemPage } from './pages/item-form-pages.ts'
import { listsFor } from './policy-lists.ts'
import { itemOf } from './queries/items.ts'
import { serviceForIntelligence } from './queries.ts'

type Service = { readonly id: string; readonly name: string }

const crumbsOf = (service: Service) => [
  { text: 'Services', href: '/services' },
  { text: service.name, href: `/services/${service.id}` },
]

const typedIn = (form: Form): ItemTyped => {
  const typed = Object.fromEntries(itemFields.map((field) => [field, form.one(field)])) as ItemTyped
  return typed.kind === '' ? { ...typed, kind: blankItem.kind } : typed
}

const showNew = async (
  asked: Asked,
  id: string,
  typed: ItemTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const service = await serviceForIntelligence(asked.id('service'))
  return framed(asked, {
    title: 'Record a concern or feedback',
    section: service.name,
    errors: leadingToDays(errors, ['occurred', 'ended']),
    width: 'two-thirds',
    breadcrumbs: crumbsOf(service),
    content: newItemPage({ id, service, typed, errors, lists: await listsFor(service.authority) }),
  })
}

const record = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const service = await serviceForIntelligence(asked.id('service'))
  const typed = typedIn(form)
  const read = readItem(typed, await listsFor(service.authority), dayOf(now()))
  if ('errors' in read) return showNew(asked, id, typed, read.errors)
  await recordIntelligence({ ...read.said, id, service: service.id, immediateRisk: read.immediateRisk })
  const done = read.said.kind === 'care-concern' ? 'concern-recorded' : 'intelligence-recorded'
  return seeOther(`/services/${service.id}?done=${done}`)
}

const showCorrect = async (
  asked: Asked,
  version: number,
  typed: ItemTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const service = await serviceForIntelligence(asked.id('service'))
  const item = asked.id('item')
  return framed(asked, {
    title: 'Correct it, or say how it ended',
    section: service.name,
    errors: leadingToDays(errors, ['occurred', 'ended']),
    width: 'two-thirds',
    breadcrumbs: [
      ...crumbsOf(service),
      { text: 'Intelligence', href: `/services/${service.id}/intelligence` },
    ],
    content: correctItemPage({
      item,
      version,
      service,
      typed,
      errors,
      lists: await listsFor(service.authority),
    }),
  })
}

const openCorrect = async (asked: Asked): Promise<Response> => {
  const item = await itemOf(asked.id('item'), asked.id('service'))
  return showCorrect(asked, item.version, typedOf(item), [])
}

const correct = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const service = await serviceForIntelligence(asked.id('service'))
  const item = await itemOf(asked.id('item'), service.id)
  const version = Number(form.one('version'))
  if (!Number.isInteger(version))
    throw fault('bad-request', { what: 'The form was sent without its version.' })
  const typed = typedIn(form)
  const read = readItem(typed, await listsFor(service.authority), dayOf(now()), false)
  if ('errors' in read) return showCorrect(asked, version, typed, read.errors)
  const changed = await correctIntelligence(item.id, version, read.said)
  const done = changed ? 'intelligence-corrected' : 'intelligence-unchanged'
  return seeOther(`/services/${service.id}/intelligence/${item.id}?done=${done}`)
}

/** What staff record and correct, by form (W2.5, W3.1). */
export const itemRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/intelligence/new',
    permission: 'intelligence.record',
    sample: ({ service }) => `/services/${service}/intelligence/new`,
    handle: (asked) => showNew(asked, randomUUID(), blankItem, []),
  },
  {
    method: 'POST',
    path: '/services/:service/intelligence/new',
    permission: 'intelligence.record',
    audit: 'intelligence.recorded',
    handle: record,
  },
  {
    method: 'GET',
    path: '/services/:service/intelligence/:item/correct',
    permission: 'intelligence.correct',
    reads: 'intelligence',
    sample: ({ service, item }) => `/services/${service}/intelligence/${item}/correct`,
    handle: openCorrect,
  },
  {
    method: 'POST',
    path: '/services/:service/intelligence/:item/correct',
    permission: 'intelligence.correct',
    audit: 'intelligence.corrected',
    handle: correct,
  },
]
