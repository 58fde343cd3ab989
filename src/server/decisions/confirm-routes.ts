import {
  type ConfirmDraft,
  type ConfirmError,
  judgeConfirmation,
  withSentBack,
} from '../../core/decisions/confirm-form.ts'
import type { Attended } from '../../core/decisions/document.ts'
import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { holdSession } from './commands/choose.ts'
import { confirm } from './commands/confirm.ts'
import { saveDraft } from './commands/save-draft.ts'
import { type ConfirmLoaded, loadConfirmation, showConfirmation } from './confirm-session.ts'
import { sendBackPage } from './pages/send-back-page.ts'
import { documentOfSession } from './queries/documents.ts'

const typedIn = (form: Form, { draft, teams }: ConfirmLoaded): ConfirmDraft => {
  const known = new Set(teams.flatMap(({ people }) => people.map(({ id }) => id)))
  return {
    ...draft,
    minutes: form.one('minutes').trim(),
    others: form.one('others').trim(),
    present: [...new Set(form.all('present'))].filter((id) => known.has(id)),
  }
}

const attended = ({ teams }: ConfirmLoaded, { present }: ConfirmDraft): readonly Attended[] =>
  teams.map(({ team, people }) => ({
    team: team.name,
    people: people.filter(({ id }) => present.includes(id)).map(({ name }) => name),
  }))

const carryOut = async (asked: Asked, loaded: ConfirmLoaded, draft: ConfirmDraft): Promise<Response> => {
  const { session, meeting, policy } = loaded
  const document = await confirm({
    session,
    meeting,
    policy,
    council: asked.signed?.authority.name ?? '',
    minutes: draft.minutes,
    attendance: attended(loaded, draft),
    others: draft.others || null,
    sentBack: draft.sentBack,
  })
  return seeOther(`/documents/${document}?done=ratings-confirmed`)
}

/** Saves what is typed, and then confirms, or leads to where a decision is sent back. Pressed twice, it confirms once. */
const save = async (asked: Asked): Promise<Response> => {
  const id = asked.id('session')
  const form = await asked.form()
  await holdSession(id)
  const ended = await documentOfSession(id)
  if (ended !== null) return seeOther(`/documents/${ended.id}?done=ratings-confirmed`)
  const loaded = await loadConfirmation(id)
  const draft = typedIn(form, loaded)
  const back = form.one('back')
  await saveDraft(id, draft)
  if (isId(back)) return seeOther(`/decisions/${id}/send-back/${back}`)
  if (form.one('do') !== 'confirm') return seeOther(`/decisions/${id}?done=draft-saved`)
  const errors = judgeConfirmation(draft)
  if (errors.length > 0) return showConfirmation(asked, { ...loaded, draft }, errors)
  return carryOut(asked, loaded, draft)
}

/** A decision that the meeting can send back: the one that stands of its service. */
const subject = async (asked: Asked) => {
  const loaded = await loadConfirmation(asked.id('session'))
  const id = asked.id('decision')
  const decision = loaded.decisions.find((each) => each.id === id && !each.superseded)
  if (decision === undefined) throw fault('not-found', { what: 'decision', id })
  return { loaded, decision }
}

type Subject = Awaited<ReturnType<typeof subject>>

const showBack = (
  asked: Asked,
  { loaded, decision }: Subject,
  reason: string,
  errors: readonly ConfirmError[],
): Response =>
  framed(asked, {
    title: `Send back: ${decision.name}`,
    section: 'Decisions',
    width: 'two-thirds',
    errors,
    breadcrumbs: [
      { text: 'Decisions', href: '/decisions' },
      { text: loaded.meeting.name, href: `/decisions/${loaded.session.id}` },
    ],
    content: sendBackPage({
      session: loaded.session.id,
      decision,
      bands: loaded.policy.rating.bands,
      reason,
      sentBack: loaded.draft.sentBack.some((each) => each.decision === decision.id),
      errors,
    }),
  })

const askWhy = async (asked: Asked): Promise<Response> => {
  const of = await subject(asked)
  const there = of.loaded.draft.sentBack.find(({ decision }) => decision === of.decision.id)
  return showBack(asked, of, there?.reason ?? '', [])
}

const sendBack = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  await holdSession(asked.id('session'))
  const of = await subject(asked)
  const keeps = form.one('do') === 'keep'
  const reason = keeps ? '' : form.one('reason').trim()
  if (reason === '' && !keeps)
    return showBack(asked, of, '', [{ field: 'reason', text: 'Say why it goes back' }])
  await saveDraft(of.loaded.session.id, withSentBack(of.loaded.draft, of.decision.id, reason))
  return seeOther(`/decisions/${of.loaded.session.id}?done=draft-saved`)
}

/** The meeting that confirms what was decided. */
export const confirmRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/decisions/:session/confirmation',
    permission: 'decisions.confirm',
    audit: 'decisions.confirmed',
    handle: save,
  },
  {
    method: 'GET',
    path: '/decisions/:session/send-back/:decision',
    permission: 'decisions.confirm',
    sample: { none: 'a step on the way to a confirmation: the journey opens it' },
    handle: askWhy,
  },
  {
    method: 'POST',
    path: '/decisions/:session/send-back/:decision',
    permission: 'decisions.confirm',
    audit: { none: 'a draft until the meeting confirms: that is the event' },
    handle: sendBack,
  },
]
