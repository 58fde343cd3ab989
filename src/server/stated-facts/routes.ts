import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import type { StatedCriterion } from '../../core/policy/stated-criterion.ts'
import { readStated, type StatedTyped, typedOf } from '../../core/ratings/stated-form.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked, Form } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { stateFacts } from './commands.ts'
import { statedForm } from './pages.ts'
import { type StatedFact, statedCriteria, statedFactsOf } from './queries.ts'

/** The service, the criteria that read what is stated of it, and what is. In an invented council no real service. */
const subject = async (asked: Asked) => {
  const { id, name, authority } = await serviceForIntelligence(asked.id('service'))
  const { service_type } = await serviceById(id)
  const criteria = await statedCriteria(authority, service_type)
  return { service: { id, name }, criteria, facts: await statedFactsOf(id, null) }
}

type Subject = Awaited<ReturnType<typeof subject>>

/** Tells one state of the facts from another: a form that was filled from an older one must not undo the newer. */
const seenOf = (facts: readonly StatedFact[]): string => String(Math.max(0, ...facts.map(({ id }) => id)))

const stored = ({ criteria, facts }: Subject): StatedTyped =>
  Object.fromEntries(
    criteria.map((criterion) => [
      criterion.fact,
      typedOf(criterion, facts.find(({ fact }) => fact === criterion.fact)?.value ?? null),
    ]),
  )

const show = (asked: Asked, of: Subject, typed: StatedTyped, errors: readonly FieldError[]): Response => {
  const days = of.criteria.filter(({ kind }) => kind === 'since').map(({ fact }) => fact)
  return framed(asked, {
    title: 'What the rating reads',
    section: of.service.name,
    errors: errors.map((error) =>
      days.includes(error.field) ? { ...error, id: `${error.field}-day` } : error,
    ),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: of.service.name, href: `/services/${of.service.id}` },
    ],
    content: statedForm({ ...of, typed, seen: seenOf(of.facts), errors }),
  })
}

const typedIn = (form: Form, criteria: readonly StatedCriterion[]): StatedTyped =>
  Object.fromEntries(
    criteria.map(({ kind, fact }) => [fact, kind === 'since' ? dateOf(form, fact) : form.one(fact)]),
  )

const showStored = async (asked: Asked): Promise<Response> => {
  const of = await subject(asked)
  return show(asked, of, stored(of), [])
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const of = await subject(asked)
  const typed = typedIn(form, of.criteria)
  const read = readStated(of.criteria, typed, dayOf(now()))
  if ('errors' in read) return show(asked, of, typed, read.errors)
  if (form.one('seen') !== seenOf(of.facts)) return show(asked, of, typed, changedMeanwhile(of, typed))
  const changed = await stateFacts(of.service.id, read.stated)
  return seeOther(
    `/services/${of.service.id}?done=${changed > 0 ? 'facts-stated' : 'facts-unchanged'}#stated-facts`,
  )
}

const changedMeanwhile = (of: Subject, typed: StatedTyped): readonly FieldError[] => {
  const now = stored(of)
  const differing = of.criteria.filter(({ fact }) => now[fact] !== typed[fact])
  return (differing.length > 0 ? differing : of.criteria.slice(0, 1)).map(({ fact, name }) => ({
    field: fact,
    text: `${name} was changed by someone else meanwhile to ${now[fact] || 'not known'}. Check what you typed, and save again`,
  }))
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/stated-facts',
    permission: 'facts.state',
    sample: ({ service }) => `/services/${service}/stated-facts`,
    handle: showStored,
  },
  {
    method: 'POST',
    path: '/services/:service/stated-facts',
    permission: 'facts.state',
    audit: 'facts.stated',
    handle: save,
  },
]
