import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { type ActionTyped, readAction } from '../../core/monitoring/action-form.ts'
import { missingRoles } from '../../core/monitoring/attendance.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { crumbsOf } from './arrange-routes.ts'
import { addAction, finishAction } from './commands/actions.ts'
import { sendRecord } from './commands/send-record.ts'
import { policyOfActivity } from './in-policy.ts'
import { activityPage } from './pages/activity-page.ts'
import {
  actionsSection,
  filesSection,
  recordSection,
  sendingSection,
  versionsSection,
} from './pages/activity-parts.ts'
import { actionsOf, filesOf, versionsOf } from './queries/activity-parts.ts'
import { activityById, type ShownActivity } from './queries/show-activity.ts'
import { actionTyped, linked } from './typed-forms.ts'

const blankAction: ActionTyped = { what: '', person: '', who: '', due: '' }

/** What went wrong on the page: with the form of actions, or with the one of files. */
type Failed = {
  readonly typed?: ActionTyped
  readonly errors?: readonly FieldError[]
  readonly fileErrors?: readonly FieldError[]
}

/** Shows an activity, with what was typed where a form on its page failed. */
export const showActivity = async (
  asked: Asked,
  activity: ShownActivity,
  { typed = blankAction, errors = [], fileErrors = [] }: Failed = {},
): Promise<Response> => {
  const today = dayOf(now())
  const { row, policy, cqcRegistered } = await policyOfActivity(activity, today)
  const roles = policy?.documents.pack.roles ?? []
  const missing =
    activity.state === 'held' && row?.conduct !== undefined
      ? missingRoles(row.conduct, cqcRegistered, activity.attendance)
      : []
  const mayArrange = asked.may('plan.arrange')
  return framed(asked, {
    title: activity.name,
    section: activity.service.name,
    history: { kind: 'activity', id: activity.id },
    errors: [...linked(errors), ...fileErrors.map((error) => ({ ...error, id: 'files-new' }))],
    breadcrumbs: crumbsOf(activity).slice(0, -1),
    content: activityPage({
      activity,
      today,
      mayArrange,
      form: row?.forms.find(({ id }) => id === activity.form)?.name ?? null,
      missing: missing.map((role) => roles.find(({ id }) => id === role)?.name ?? role),
      record: recordSection(activity, {
        roles,
        agenda: row?.conduct?.agenda ?? [],
        checks: row?.conduct?.checks ?? [],
      }),
      sending: sendingSection({ activity, today, mayArrange, holds: row?.conduct?.record?.holds ?? null }),
      actions: actionsSection({
        activity,
        actions: await actionsOf(activity.id),
        today,
        mayArrange,
        people: mayArrange ? await councilPeople(activity.authority) : [],
        newId: randomUUID(),
        typed,
        errors,
      }),
      files: filesSection({ activity, files: await filesOf(activity.id), mayArrange, errors: fileErrors }),
      versions: versionsSection(await versionsOf(activity.id)),
    }),
  })
}

const sent = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const activity = await activityById(asked.id('activity'))
  await sendRecord(activity, Number(form.one('version')), dayOf(now()))
  return seeOther(`/activities/${activity.id}?done=record-sent#sending`)
}

const add = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const activity = await activityById(asked.id('activity'))
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const typed = actionTyped(form)
  const people = await councilPeople(activity.authority)
  const read = readAction(
    typed,
    people.map((person) => person.id),
  )
  if ('errors' in read) return showActivity(asked, activity, { typed, errors: read.errors })
  await addAction(activity, { ...read, id })
  return seeOther(`/activities/${activity.id}?done=action-added#actions`)
}

const done = async (asked: Asked): Promise<Response> => {
  const { activity } = await finishAction(asked.id('action'), dayOf(now()))
  return seeOther(`/activities/${activity}?done=action-done#actions`)
}

export const activityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/activities/:activity',
    permission: 'plan.see',
    sample: ({ activity }) => `/activities/${activity}`,
    handle: async (asked) => showActivity(asked, await activityById(asked.id('activity'))),
  },
  {
    method: 'POST',
    path: '/activities/:activity/sent',
    permission: 'plan.arrange',
    audit: 'activity.changed',
    handle: sent,
  },
  {
    method: 'POST',
    path: '/activities/:activity/actions',
    permission: 'plan.arrange',
    audit: 'activity.action-added',
    handle: add,
  },
  {
    method: 'POST',
    path: '/activities/:activity/actions/:action/done',
    permission: 'plan.arrange',
    audit: 'activity.action-done',
    handle: done,
  },
]
