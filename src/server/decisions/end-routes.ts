import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { holdSession } from './commands/choose.ts'
import { closeSession, summaryOf } from './commands/close-session.ts'
import { type Loaded, loadSession } from './load-session.ts'
import { endPage } from './pages/end-page.ts'
import { documentOfSession } from './queries/documents.ts'
import { sessionById } from './queries/sessions.ts'

/** A session that decides and is open, for somebody who decides at it. */
const openFor = async (asked: Asked): Promise<Loaded> => {
  const session = await sessionById(asked.id('session'))
  if (session.part === 'confirms') throw fault('not-found', { what: 'session', id: session.id })
  if (session.closedAt !== null) throw fault('session-closed')
  const loaded = await loadSession(session, asked.signed?.roles ?? [])
  if (loaded.mine.length === 0) throw fault('not-a-decider', { meeting: loaded.meeting.name })
  return loaded
}

const councilOf = (asked: Asked): string => asked.signed?.authority.name ?? ''

const show = async (asked: Asked): Promise<Response> => {
  const loaded = await openFor(asked)
  return framed(asked, {
    title: 'End the session',
    section: 'Decisions',
    breadcrumbs: [
      { text: 'Decisions', href: '/decisions' },
      { text: loaded.meeting.name, href: `/decisions/${loaded.session.id}` },
    ],
    content: endPage({ session: loaded.session, summary: await summaryOf(loaded, councilOf(asked)) }),
  })
}

/** Ends a session. Pressed twice, it leads to the document that it ended in. */
const end = async (asked: Asked): Promise<Response> => {
  const id = asked.id('session')
  await holdSession(id)
  const ended = await documentOfSession(id)
  const document = ended?.id ?? (await closeSession(await openFor(asked), councilOf(asked)))
  return seeOther(`/documents/${document}?done=decisions-ended`)
}

/** The end of a session, and what it comes to. */
export const endRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/decisions/:session/end',
    permission: 'decisions.decide',
    sample: ({ session }) => `/decisions/${session}/end`,
    handle: show,
  },
  {
    method: 'POST',
    path: '/decisions/:session/end',
    permission: 'decisions.decide',
    audit: 'decisions.closed',
    handle: end,
  },
]
