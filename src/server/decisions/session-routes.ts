import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { Route } from '../platform/http/route.ts'
import { saveChoices } from './choices-routes.ts'
import { loadConfirmation, showConfirmation } from './confirm-session.ts'
import { loadSession } from './load-session.ts'
import { documentOfSession } from './queries/documents.ts'
import { type Session, sessionById } from './queries/sessions.ts'
import { partOf, showSession } from './show-session.ts'

/** A meeting that confirms: its form while it is open, and its document once it has ended. */
const showMeeting = async (asked: Asked, { id, closedAt }: Session): Promise<Response> => {
  if (closedAt === null) return showConfirmation(asked, await loadConfirmation(id))
  const document = await documentOfSession(id)
  if (document === null) throw fault('not-found', { what: 'document', id })
  return seeOther(`/documents/${document.id}`)
}

const show = async (asked: Asked): Promise<Response> => {
  const asAt = asAtOf(asked)
  const session = await sessionById(asked.id('session'))
  if (session.part === 'confirms') return showMeeting(asked, session)
  const loaded = await loadSession(session, asked.signed?.roles ?? [], asAt)
  return showSession(asked, loaded, { ...partOf(asked.query('show'), asked.query('page')), asAt })
}

/** The pages on which ratings are decided. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/decisions/:session',
    permission: 'decisions.see',
    sample: ({ session }) => `/decisions/${session}`,
    reads: 'intelligence',
    past: true,
    handle: show,
  },
  {
    method: 'POST',
    path: '/decisions/:session/choices',
    permission: 'decisions.decide',
    audit: 'decisions.chosen',
    handle: saveChoices,
  },
]
