import { randomUUID } from 'node:crypto'
import {
  type MeetingPart,
  nextDue,
  type RatingMeeting,
  ratingMeetings,
} from '../../core/decisions/meetings.ts'
import { type Day, dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyToday } from '../policy/in-force.ts'
import { beginSession } from './commands/begin-session.ts'
import { overviewPage } from './pages/overview-page.ts'
import { latestSessions, type Session } from './queries/sessions.ts'

const maySit = (asked: Asked, part: MeetingPart): boolean =>
  asked.may(part === 'confirms' ? 'decisions.confirm' : 'decisions.decide')

/** A meeting with its sitting that is open, if any, and the day on which the next one is due. */
export type MeetingShown = {
  readonly meeting: RatingMeeting
  readonly open: Session | null
  readonly last: Day | null
  readonly due: Day | null
  readonly mayOpen: boolean
}

const shown = (asked: Asked, meeting: RatingMeeting, sessions: readonly Session[]): MeetingShown => {
  const own = sessions.filter((session) => session.meeting === meeting.id)
  const last = own.find(({ closedAt }) => closedAt !== null)?.heldOn ?? null
  return {
    meeting,
    open: own.find(({ closedAt }) => closedAt === null) ?? null,
    last,
    due: last === null ? null : nextDue(meeting, last),
    mayOpen: maySit(asked, meeting.part),
  }
}

const authorityOf = (asked: Asked): string => asked.signed?.authority.id ?? ''

const show = async (
  asked: Asked,
  typed: { readonly meeting: string; readonly reason: string } = { meeting: '', reason: '' },
  errors: readonly FieldError[] = [],
): Promise<Response> => {
  const policy = await policyToday(authorityOf(asked))
  const sessions = await latestSessions(authorityOf(asked))
  const meetings = policy === null ? [] : ratingMeetings(policy)
  return framed(asked, {
    title: 'Decisions',
    errors: errors.map((error) => ({ ...error })),
    content: overviewPage({
      meetings: meetings.map((meeting) => shown(asked, meeting, sessions)),
      past: sessions.filter(({ closedAt }) => closedAt !== null),
      names: new Map(meetings.map(({ id, name }) => [id, name])),
      today: dayOf(now()),
      id: randomUUID(),
      typed,
      errors,
    }),
  })
}

const open = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const policy = await policyToday(authorityOf(asked))
  const meeting = policy && ratingMeetings(policy).find(({ id }) => id === form.one('meeting'))
  if (!meeting) throw fault('session-not-open', { why: 'the policy knows no such meeting' })
  if (!isId(form.one('id'))) throw fault('bad-request', { what: 'The form has no number.' })
  if (!maySit(asked, meeting.part)) throw fault('not-a-decider', { meeting: meeting.name })
  const reason = form.one('reason').trim()
  if (meeting.part === 'decides-at-any-time' && reason === '')
    return show(asked, { meeting: meeting.id, reason }, [
      { field: 'reason', text: `Say why the ${meeting.name.toLowerCase()} is called` },
    ])
  const session = await beginSession({
    id: form.one('id'),
    authority: authorityOf(asked),
    meeting: meeting.id,
    heldOn: dayOf(now()),
    reason: reason || null,
  })
  return seeOther(`/decisions/${session}?done=session-opened`)
}

/** The list of sessions, and where one is opened. */
export const overviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/decisions',
    permission: 'decisions.see',
    sample: () => '/decisions',
    handle: (asked) => show(asked),
  },
  {
    method: 'POST',
    path: '/decisions/open',
    permission: 'decisions.decide',
    audit: 'decisions.opened',
    handle: open,
  },
]
