import type { FieldError } from '../../../core/kit/field-error.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { seenBy } from '../../platform/http/seen-by.ts'
import { type Decision, decideConcern } from '../commands/decide-concern.ts'
import { listsFor } from '../policy-lists.ts'
import { raisedById, unconfirmedConcerns } from '../queries/raised.ts'
import { raiserOf } from '../queries/raisers.ts'
import { raisedConcernPage } from './concern-page.ts'
import { raisedListPage } from './list-page.ts'

const title = 'Concerns to look at'
const address = '/intelligence/raised'

const list = async (asked: Asked): Promise<Response> =>
  framed(asked, { title, content: raisedListPage(await unconfirmedConcerns()) })

const show = async (asked: Asked, note: string, errors: readonly FieldError[]): Promise<Response> => {
  const concern = await raisedById(asked.id('concern'))
  const whose = { authority: concern.authority, service: concern.service }
  const { raisedBy } = seenBy(asked, 'intelligence', { raisedBy: await raiserOf(concern.id) }, whose)
  return framed(asked, {
    title: concern.reference,
    section: title,
    width: 'two-thirds',
    errors,
    breadcrumbs: [
      { text: title, href: address },
      { text: concern.serviceName, href: `/services/${concern.service}` },
    ],
    content: raisedConcernPage({
      concern,
      raiser: raisedBy ?? null,
      lists: await listsFor(concern.authority),
      note,
      errors,
    }),
  })
}

const isDecision = (text: string): text is Decision => text === 'taken-in' || text === 'set-aside'

const decide = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const [decision, note] = [form.one('decision'), form.one('note').trim()]
  const errors: FieldError[] = [
    ...(isDecision(decision) ? [] : [{ field: 'decision', text: 'Select what becomes of it' }]),
    ...(note === '' ? [{ field: 'note', text: 'Enter why' }] : []),
  ]
  if (errors.length > 0 || !isDecision(decision)) return show(asked, note, errors)
  await decideConcern(asked.id('concern'), decision, note)
  return seeOther(`${address}/${asked.id('concern')}?done=concern-decided`)
}

/** What came without an account and without a confirmed email: seen by the contracts team, and by nobody as intelligence. */
export const triageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: address,
    permission: 'concerns.triage',
    reads: 'intelligence',
    sample: () => address,
    handle: list,
  },
  {
    method: 'GET',
    path: `${address}/:concern`,
    permission: 'concerns.triage',
    reads: 'intelligence',
    sample: { none: 'the demonstration has none: the journey of the form opens it' },
    handle: (asked) => show(asked, '', []),
  },
  {
    method: 'POST',
    path: `${address}/:concern`,
    permission: 'concerns.triage',
    audit: 'concern.decided',
    handle: decide,
  },
]
