import { randomUUID } from 'node:crypto'
import { type ConcernTyped, type FieldError, readConcern } from '../../core/intelligence/concern-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { recordIntelligence } from './commands/record-intelligence.ts'
import { concernForm } from './pages.ts'
import { serviceForIntelligence } from './queries.ts'

const blank: ConcernTyped = { day: '', month: '', year: '', reference: '', summary: '', risk: '' }

const show = async (
  asked: Asked,
  id: string,
  typed: ConcernTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const service = await serviceForIntelligence(asked.id('service'))
  return framed(asked, {
    title: 'Record a care concern',
    section: service.name,
    errors: errors.map((error) => (error.field === 'occurred' ? { ...error, id: 'occurred-day' } : error)),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    content: concernForm({ id, service, typed, errors }),
  })
}

const record = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed: ConcernTyped = {
    day: form.one('occurred-day'),
    month: form.one('occurred-month'),
    year: form.one('occurred-year'),
    reference: form.one('reference'),
    summary: form.one('summary'),
    risk: form.one('risk'),
  }
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const read = readConcern(typed, dayOf(now()))
  if ('errors' in read) return show(asked, id, typed, read.errors)
  const service = asked.id('service')
  await recordIntelligence({
    id,
    service,
    kind: 'care-concern',
    concluded: null,
    progressed: null,
    outcome: null,
    ...read.concern,
  })
  return seeOther(`/services/${service}?done=concern-recorded`)
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/intelligence/new',
    permission: 'intelligence.record',
    sample: ({ service }) => `/services/${service}/intelligence/new`,
    handle: (asked) => show(asked, randomUUID(), blank, []),
  },
  {
    method: 'POST',
    path: '/services/:service/intelligence/new',
    permission: 'intelligence.record',
    audit: 'intelligence.recorded',
    handle: record,
  },
]
