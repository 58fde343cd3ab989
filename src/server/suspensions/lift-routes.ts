import { blankLift, type LiftTyped, readLift } from '../../core/suspensions/lift-form.ts'
import { typedOf } from '../../core/suspensions/suspension-form.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { dateOf } from '../platform/http/typed-date.ts'
import { liftSuspension } from './commands/suspensions.ts'
import { type LiftPage, liftPage } from './pages/lift-page.ts'
import { suspensionsToday } from './policy-words.ts'
import { type ShownSuspension, suspensionById } from './queries.ts'
import { crumbsOf, linked } from './shown.ts'

const show = (asked: Asked, given: LiftPage): Response =>
  framed(asked, {
    title: 'Lift the suspension',
    section: given.suspension.service.name,
    errors: linked(given.errors),
    width: 'two-thirds',
    breadcrumbs: crumbsOf(given.suspension.service, true),
    content: liftPage(given),
  })

const stored = (suspension: ShownSuspension): LiftTyped =>
  suspension.lift === null
    ? blankLift
    : {
        on: typedOf({ ...suspension, starts: suspension.lift.on }).starts,
        reason: suspension.lift.reason,
        note: suspension.lift.note ?? '',
      }

const start = async (asked: Asked): Promise<Response> => {
  const suspension = await suspensionById(asked.id('suspension'))
  return show(asked, {
    suspension,
    version: suspension.version,
    policy: await suspensionsToday(suspension.authority),
    typed: stored(suspension),
    errors: [],
  })
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const suspension = await suspensionById(asked.id('suspension'))
  const policy = await suspensionsToday(suspension.authority)
  const version = Number(form.one('version'))
  const typed = { on: dateOf(form, 'on'), reason: form.one('reason'), note: form.one('note') }
  const read = readLift(typed, suspension.starts, policy.liftReasons)
  if ('errors' in read) return show(asked, { suspension, version, policy, typed, errors: read.errors })
  await liftSuspension(suspension.id, version, read)
  return seeOther(`/services/${suspension.service.id}/suspensions?done=suspension-lifted`)
}

/** How a suspension ends: it is lifted from a day on, with a reason. */
export const liftRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/suspensions/:suspension/lift',
    permission: 'suspensions.decide',
    sample: ({ suspension }) => `/suspensions/${suspension}/lift`,
    handle: start,
  },
  {
    method: 'POST',
    path: '/suspensions/:suspension/lift',
    permission: 'suspensions.decide',
    audit: 'suspension.lifted',
    handle: save,
  },
]
