import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { type ArrangeTyped, readArrange } from '../../core/monitoring/arrange-form.ts'
import { bandsSince } from '../../core/monitoring/plan.ts'
import { activitiesOf } from '../../core/monitoring/row.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyToday } from '../policy/in-force.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { addExtra } from './commands/add-extra.ts'
import { type ExtraTyped, extraPage } from './pages/extra-page.ts'
import { plannedContracts } from './queries/planned-contracts.ts'
import { arrangeTyped, linked } from './typed-forms.ts'

const blank: ArrangeTyped = {
  on: '',
  time: '',
  place: '',
  otherPlace: '',
  form: '',
  person: '',
  announced: 'yes',
  reason: '',
}

/** A service with what of the policy may be arranged for it on an occasion. */
const subject = async (asked: Asked) => {
  const service = await serviceById(asked.id('service'))
  const authority = service.authority_id ?? ''
  const [contract] = await plannedContracts(authority, [service.id], dayOf(now()))
  const policy = await policyToday(authority)
  if (contract === undefined || policy === null)
    throw fault('bad-request', { what: `${service.name} is under no contract, so nothing can be arranged.` })
  const { monitoring } = policy.documents
  const band = bandsSince(policy, contract).at(-1)?.band ?? ''
  const extra = monitoring.extraVisits
  const isExtra = extra?.bands.includes(band) === true
  const activities = activitiesOf(monitoring, contract)
    .filter(({ by }) => by === undefined)
    .map((row) => ({
      row,
      id: row.id,
      name: row.name,
      isWhenNeeded: row.byBand[band]?.when === 'needed',
    }))
    .toSorted((one, other) => Number(other.isWhenNeeded) - Number(one.isWhenNeeded))
  return {
    service: { id: service.id, name: service.name },
    authority,
    contract: contract.contract,
    activities,
    extraVisits: isExtra ? (extra?.text ?? null) : null,
    people: await councilPeople(authority),
  }
}

type Subject = Awaited<ReturnType<typeof subject>>
type Typed = { readonly id: string; readonly extra: ExtraTyped; readonly arrange: ArrangeTyped }

const show = (asked: Asked, of: Subject, typed: Typed, errors: readonly FieldError[]): Response =>
  framed(asked, {
    title: 'Arrange something else',
    section: of.service.name,
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: of.service.name, href: `/services/${of.service.id}` },
      { text: 'Monitoring plan', href: `/services/${of.service.id}/plan` },
    ],
    content: extraPage({
      ...of,
      ...typed,
      errors,
      fields: {
        typed: typed.arrange,
        errors,
        places: {},
        forms: [],
        choice: null,
        people: of.people,
        isAgain: false,
      },
    }),
  })

const longestOccasion = 200

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const of = await subject(asked)
  const extra = { activity: form.one('activity'), occasion: form.one('occasion') }
  const typed = { id: form.one('id'), extra, arrange: arrangeTyped(form) }
  if (!isId(typed.id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const activity = of.activities.find(({ id }) => id === extra.activity)
  const occasion = extra.occasion.trim()
  const read = readArrange(typed.arrange, {
    today: dayOf(now()),
    places: {},
    forms: [],
    people: of.people.map(({ id }) => id),
    isAgain: false,
  })
  const errors: readonly FieldError[] = [
    ...(activity === undefined ? [{ field: 'activity', text: 'Select what is arranged' }] : []),
    ...(occasion === ''
      ? [{ field: 'occasion', text: 'Say on what occasion, or name the area of risk' }]
      : []),
    ...(occasion.length > longestOccasion
      ? [
          {
            field: 'occasion',
            text: `The occasion must be ${longestOccasion} characters or fewer: it has ${occasion.length}`,
          },
        ]
      : []),
    ...('errors' in read ? read.errors : []),
  ]
  if (errors.length > 0 || activity === undefined || 'errors' in read) return show(asked, of, typed, errors)
  await addExtra({
    id: typed.id,
    authority: of.authority,
    service: of.service.id,
    contract: of.contract,
    activity: activity.id,
    name: activity.name,
    occasion,
    arranged: read,
  })
  return seeOther(`/activities/${typed.id}?done=activity-arranged`)
}

export const extraRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/plan/new',
    permission: 'plan.arrange',
    sample: ({ service }) => `/services/${service}/plan/new`,
    handle: async (asked) =>
      show(
        asked,
        await subject(asked),
        { id: randomUUID(), extra: { activity: '', occasion: '' }, arrange: blank },
        [],
      ),
  },
  {
    method: 'POST',
    path: '/services/:service/plan/new',
    permission: 'plan.arrange',
    audit: 'activity.changed',
    handle: save,
  },
]
