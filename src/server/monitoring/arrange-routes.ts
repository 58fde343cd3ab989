import type { FieldError } from '../../core/kit/field-error.ts'
import { dayAsTyped } from '../../core/kit/typed-day.ts'
import { type ArrangeTyped, readArrange, readReason } from '../../core/monitoring/arrange-form.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import {
  arrangeSubject,
  choicesOf,
  leadChooses,
  placesOf,
  type ArrangeSubject as Subject,
} from './arrange-subject.ts'
import { arrange } from './commands/arrange.ts'
import { cancel } from './commands/cancel.ts'
import { formsOn } from './in-policy.ts'
import { arrangePage } from './pages/arrange-page.ts'
import { cancelPage } from './pages/cancel-page.ts'
import { activityById, type ShownActivity } from './queries/show-activity.ts'
import { arrangeTyped, linked } from './typed-forms.ts'

/** Where an activity's pages stand. */
export const crumbsOf = ({ service, id, name }: ShownActivity) => [
  { text: 'Services', href: '/services' },
  { text: service.name, href: `/services/${service.id}` },
  { text: 'Monitoring plan', href: `/services/${service.id}/plan` },
  { text: name, href: `/activities/${id}` },
]

const stored = ({ activity, inPolicy }: Subject): ArrangeTyped => {
  const [id] = Object.entries(placesOf(inPolicy)).find(([, name]) => name === activity.place) ?? []
  return {
    on: dayAsTyped(activity.arrangedFor),
    time: activity.atTime ?? '',
    place: id ?? (activity.place === null ? '' : 'other'),
    otherPlace: id === undefined ? (activity.place ?? '') : '',
    form: activity.form ?? '',
    person: activity.person?.id ?? '',
    announced: activity.announced ? 'yes' : 'no',
    reason: '',
  }
}

const show = (asked: Asked, of: Subject, typed: ArrangeTyped, errors: readonly FieldError[]): Response => {
  const { activity, inPolicy, people, today } = of
  const isAgain = activity.state === 'arranged'
  return framed(asked, {
    title: isAgain ? 'Arrange it anew' : 'Arrange it',
    section: activity.name,
    errors: linked(errors),
    width: 'two-thirds',
    breadcrumbs: crumbsOf(activity),
    content: arrangePage({
      activity,
      service: activity.service.name,
      typed,
      errors,
      places: placesOf(inPolicy),
      forms: formsOn(inPolicy, today),
      choice: inPolicy.policy?.documents.monitoring.choice?.text ?? null,
      people,
      isAgain,
    }),
  })
}

const mayChoose = (asked: Asked, of: Subject, form: string): boolean => {
  if (!leadChooses(of, form)) return true
  const { signed } = asked
  return (
    signed !== null &&
    (signed.roles.includes('contract-lead') || of.activity.contract?.lead === signed.person.id)
  )
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const of = await arrangeSubject(asked.id('activity'))
  const typed = arrangeTyped(form)
  const version = Number(form.one('version'))
  const read = readArrange(typed, choicesOf(of, version))
  if ('errors' in read) return show(asked, of, typed, read.errors)
  if (!mayChoose(asked, of, typed.form))
    return show(asked, of, typed, [
      { field: 'form', text: 'The contract lead chooses how it is done: ask them' },
    ])
  await arrange(of.activity, version, read)
  return seeOther(`/activities/${of.activity.id}?done=activity-arranged`)
}

const showStored = async (asked: Asked): Promise<Response> => {
  const of = await arrangeSubject(asked.id('activity'))
  return show(asked, of, stored(of), [])
}

const showCancel = (asked: Asked, activity: ShownActivity, reason: string, errors: readonly FieldError[]) =>
  framed(asked, {
    title: activity.state === 'held' ? 'It was not held after all' : 'Cancel it',
    section: activity.name,
    errors,
    width: 'two-thirds',
    breadcrumbs: crumbsOf(activity),
    content: cancelPage({ activity, reason, errors }),
  })

const saveCancel = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const activity = await activityById(asked.id('activity'))
  const read = readReason(form.one('reason'))
  if ('errors' in read) return showCancel(asked, activity, form.one('reason'), read.errors)
  await cancel(activity, Number(form.one('version')), read.reason)
  return seeOther(`/services/${activity.service.id}/plan?done=activity-cancelled`)
}

export const arrangeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/activities/:activity/arrange',
    permission: 'plan.arrange',
    sample: ({ activity }) => `/activities/${activity}/arrange`,
    handle: showStored,
  },
  {
    method: 'POST',
    path: '/activities/:activity/arrange',
    permission: 'plan.arrange',
    audit: 'activity.changed',
    handle: save,
  },
  {
    method: 'GET',
    path: '/activities/:activity/cancel',
    permission: 'plan.arrange',
    sample: ({ activity }) => `/activities/${activity}/cancel`,
    handle: async (asked) => showCancel(asked, await activityById(asked.id('activity')), '', []),
  },
  {
    method: 'POST',
    path: '/activities/:activity/cancel',
    permission: 'plan.arrange',
    audit: 'activity.changed',
    handle: saveCancel,
  },
]
