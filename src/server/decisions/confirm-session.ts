import { condensed } from '../../core/decisions/condensed.ts'
import type { ConfirmDraft, ConfirmError } from '../../core/decisions/confirm-form.ts'
import { type RatingMeeting, teamsOf } from '../../core/decisions/meetings.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import { meetingOf } from './load-session.ts'
import { confirmPage } from './pages/confirm-page.ts'
import { type DecisionMade, unconfirmed } from './queries/decided-here.ts'
import { draftOf } from './queries/draft.ts'
import { type Session, sessionById } from './queries/sessions.ts'
import { type TeamPeople, teamPeople } from './queries/team-people.ts'

/** A meeting that confirms, with what it is to confirm. */
export type ConfirmLoaded = {
  readonly session: Session
  readonly meeting: RatingMeeting
  readonly policy: Policy
  readonly decisions: readonly DecisionMade[]
  readonly teams: readonly TeamPeople[]
  readonly draft: ConfirmDraft
}

/** Returns a meeting that confirms and is open. Throws where the session is none, or has ended. */
export const loadConfirmation = async (id: string): Promise<ConfirmLoaded> => {
  const session = await sessionById(id)
  if (session.part !== 'confirms') throw fault('not-found', { what: 'session', id })
  if (session.closedAt !== null) throw fault('session-closed')
  const { policy, meeting } = await meetingOf(session)
  return {
    session,
    meeting,
    policy,
    decisions: await unconfirmed(session.authority),
    teams: await teamPeople(session.authority, teamsOf(policy)),
    draft: await draftOf(id),
  }
}

const perPage = 50

/** Returns the page of a meeting that confirms, with what was typed where it was not taken. */
export const showConfirmation = (
  asked: Asked,
  loaded: ConfirmLoaded,
  errors: readonly ConfirmError[] = [],
): Response => {
  const { session, meeting, policy, decisions, teams, draft } = loaded
  const lines = condensed(decisions)
  const pages = Math.max(1, Math.ceil(lines.length / perPage))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(asked.query('page'))) || 1))
  return framed(asked, {
    title: meeting.name,
    section: 'Decisions',
    breadcrumbs: [{ text: 'Decisions', href: '/decisions' }],
    history: { kind: 'session', id: session.id },
    policyVersion: `${policy.reference.pack}, version ${policy.reference.version}`,
    errors,
    content: confirmPage({
      session,
      name: meeting.name,
      council: asked.signed?.authority.name ?? '',
      bands: policy.rating.bands,
      count: decisions.length,
      decisions: lines.slice((page - 1) * perPage, page * perPage),
      page,
      pages,
      teams,
      draft,
      errors,
      mayConfirm: asked.may('decisions.confirm'),
    }),
  })
}
