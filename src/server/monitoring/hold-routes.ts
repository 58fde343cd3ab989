import type { FieldError } from '../../core/kit/field-error.ts'
import { dayAsTyped } from '../../core/kit/typed-day.ts'
import { type HoldTyped, othersRole, readHeld } from '../../core/monitoring/hold-form.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { crumbsOf } from './arrange-routes.ts'
import { hold } from './commands/hold.ts'
import { heldChoicesOf, holdSubject, rolesOf, type HoldSubject as Subject } from './hold-subject.ts'
import { holdPage } from './pages/hold-page.ts'
import { holdTyped, linked } from './typed-forms.ts'

const stored = ({ activity, today }: Subject): HoldTyped => {
  const { attendance } = activity
  const day = activity.heldOn ?? activity.arrangedFor
  return {
    on: day !== null && day <= today ? dayAsTyped(day) : '',
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
  const of = await holdSubject(asked.id('activity'))
  const typed = holdTyped(
    form,
    rolesOf(of),
    of.agenda.map(({ id }) => id),
  )
  const version = Number(form.one('version'))
  const read = readHeld(typed, heldChoicesOf(of, version))
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
      const of = await holdSubject(asked.id('activity'))
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
