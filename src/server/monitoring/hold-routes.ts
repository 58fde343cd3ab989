import { dayOf } from '../../core/kit/days.ts'
import { requiredRoles } from '../../core/monitoring/attendance.ts'
import { type HoldTyped, othersRole, readHeld } from '../../core/monitoring/hold-form.ts'
import type { FieldError } from '../../core/monitoring/typed.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { crumbsOf } from './arrange-routes.ts'
import { hold } from './commands/hold.ts'
import { policyOfActivity } from './in-policy.ts'
import { holdPage } from './pages/hold-page.ts'
import { activityById } from './queries/show-activity.ts'
import { dayParts, holdTyped, linked } from './typed-forms.ts'

const subject = async (asked: Asked) => {
  const activity = await activityById(asked.id('activity'))
  const today = dayOf(now())
  const inPolicy = await policyOfActivity(
    {
      authority: activity.authority,
      service: activity.service.id,
      contract: activity.contract?.id ?? null,
      activity: activity.activity,
    },
    today,
  )
  const { row, policy, cqcRegistered } = inPolicy
  const named = (role: string) => ({
    id: role,
    name: policy?.documents.pack.roles.find(({ id }) => id === role)?.name ?? role,
  })
  return {
    activity,
    today,
    inPolicy,
    people: await councilPeople(activity.authority),
    forms: row?.forms ?? [],
    required: row?.conduct === undefined ? [] : requiredRoles(row.conduct, cqcRegistered).map(named),
    invited: (row?.conduct?.mayAttend ?? []).map(({ role }) => named(role)),
    agenda: row?.conduct?.agenda ?? [],
    checks: row?.conduct?.checks ?? [],
  }
}

type Subject = Awaited<ReturnType<typeof subject>>

const rolesOf = ({ required, invited }: Subject): readonly string[] =>
  [...required, ...invited].map(({ id }) => id)

const stored = ({ activity, today }: Subject): HoldTyped => {
  const { attendance } = activity
  const day = activity.heldOn ?? activity.arrangedFor
  return {
    on: day !== null && day <= today ? dayParts(day) : '',
    form: activity.form ?? '',
    person: activity.person?.id ?? '',
    attendance: Object.fromEntries(attendance.map(({ role, name }) => [role, name])),
    others: attendance.find(({ role }) => role === othersRole)?.name ?? '',
    notes: activity.notes,
    checks: activity.checks,
    reason: '',
  }
}

const show = (asked: Asked, of: Subject, typed: HoldTyped, errors: readonly FieldError[]): Response => {
  const isCorrection = of.activity.state === 'held'
  return framed(asked, {
    title: isCorrection ? 'Correct the record' : 'Record that it was held',
    section: of.activity.name,
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: crumbsOf(of.activity),
    content: holdPage({ ...of, service: of.activity.service.name, typed, errors, isCorrection }),
  })
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const of = await subject(asked)
  const areas = of.agenda.map(({ id }) => id)
  const typed = holdTyped(form, rolesOf(of), areas)
  const version = Number(form.one('version'))
  const read = readHeld(typed, {
    today: of.today,
    forms: of.forms.map(({ id }) => id),
    people: of.people.map(({ id }) => id),
    roles: rolesOf(of),
    areas,
    checks: of.checks.map(({ id }) => id),
    // Sent twice, the same form is no correction.
    isCorrection: of.activity.state === 'held' && of.activity.version === version,
  })
  if ('errors' in read) return show(asked, of, typed, read.errors)
  await hold(of.activity, version, read, {
    row: of.inPolicy.row,
    band: of.inPolicy.bandOn(read.on),
  })
  return seeOther(`/activities/${of.activity.id}?done=activity-held`)
}

export const holdRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/activities/:activity/hold',
    permission: 'plan.arrange',
    sample: ({ activity }) => `/activities/${activity}/hold`,
    handle: async (asked) => {
      const of = await subject(asked)
      return show(asked, of, stored(of), [])
    },
  },
  {
    method: 'POST',
    path: '/activities/:activity/hold',
    permission: 'plan.arrange',
    audit: 'activity.changed',
    handle: save,
  },
]
