import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { Route } from '../platform/http/route.ts'
import { saveChoices } from './choices-routes.ts'
import { loadSession } from './load-session.ts'
import { sessionById } from './queries/sessions.ts'
import { partOf, showSession } from './show-session.ts'

const show = async (asked: Asked): Promise<Response> => {
  const asAt = asAtOf(asked)
  const session = await sessionById(asked.id('session'))
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
