import type { FieldError } from '../../core/kit/field-error.ts'
import { db } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { authorityOf } from './authority.ts'
import { placeHold, releaseHold } from './commands/hold.ts'
import { type HoldTyped, holdPage } from './pages/hold-page.ts'
import { proposedItem } from './queries.ts'

const show = async (asked: Asked, typed: HoldTyped, errors: readonly FieldError[]): Promise<Response> =>
  framed(asked, {
    title: 'Place a legal hold',
    section: 'Retention',
    errors,
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Retention', href: '/retention' }],
    content: holdPage(await proposedItem(asked.id('item')), typed, errors),
  })

const serviceName = async (id: string): Promise<string> =>
  (await db().selectFrom('service_now').where('id', '=', id).select('name').executeTakeFirst())?.name ?? id

const place = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed: HoldTyped = { on: form.one('on'), reason: form.one('reason') }
  const item = await proposedItem(asked.id('item'))
  const reason = typed.reason.trim()
  const errors: FieldError[] = []
  if (item.service !== null && typed.on !== 'record' && typed.on !== 'service')
    errors.push({ field: 'on', text: 'Select what shall be kept' })
  if (reason === '') errors.push({ field: 'reason', text: 'Enter why it must be kept' })
  if (errors.length > 0) return show(asked, typed, errors)
  const authority = authorityOf(asked)
  await placeHold(
    typed.on === 'service' && item.service !== null
      ? {
          authority,
          kind: 'service',
          id: item.service,
          label: `Everything about ${await serviceName(item.service)}`,
          reason,
        }
      : { authority, kind: item.kind, id: item.id, label: item.label, reason },
  )
  return seeOther('/retention?done=hold-placed')
}

const release = async (asked: Asked): Promise<Response> => {
  await releaseHold(asked.id('hold'))
  return seeOther('/retention?done=hold-ended')
}

/** Legal holds: placed on what is proposed, ended when the reason is gone. */
export const holdRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/retention/hold/:item',
    permission: 'retention.approve',
    sample: { none: 'there is one only after something became due: the test of retention opens it' },
    handle: (asked) => show(asked, { on: '', reason: '' }, []),
  },
  {
    method: 'POST',
    path: '/retention/hold/:item',
    permission: 'retention.approve',
    audit: 'retention.held',
    handle: place,
  },
  {
    method: 'POST',
    path: '/retention/holds/:hold/end',
    permission: 'retention.approve',
    audit: 'retention.released',
    handle: release,
  },
]
