import type { ChoiceError, ChoiceTyped } from '../../core/decisions/choice-form.ts'
import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { choose, holdSession, wasTaken } from './commands/choose.ts'
import { settle } from './commands/settle.ts'
import { judgeRows } from './judge-rows.ts'
import { type Loaded, loadSession } from './load-session.ts'
import { addressOf } from './pages/session-page.ts'
import { sessionById } from './queries/sessions.ts'
import { rowViews } from './row-views.ts'
import { partOf, showSession } from './show-session.ts'

/** The rows of the form that somebody filled in, and did not leave as they were. */
const filledIn = (form: Form, { rows }: Loaded, person: string): readonly ChoiceTyped[] => {
  const sent = new Set(form.all('row'))
  return rows
    .filter(({ service }) => sent.has(service))
    .map((row) => ({
      row,
      typed: {
        service: row.service,
        band: form.one(`band-${row.service}`),
        note: form.one(`note-${row.service}`).trim(),
        seen: form.one(`seen-${row.service}`),
      },
    }))
    .filter(({ row, typed }) => {
      const mine = row.choices.find((choice) => choice.person === person)
      const same =
        mine?.band === typed.band && (mine.note ?? '') === typed.note && mine.proposal === row.proposal
      return (typed.band !== '' || typed.note !== '') && !same
    })
    .map(({ typed }) => typed)
}

/** Marks what is unchanged as it stands, in the form alone: each row is still to be looked at, and saved. */
const marked = async (
  typed: readonly ChoiceTyped[],
  sent: readonly string[],
  loaded: Loaded,
): Promise<readonly ChoiceTyped[]> => {
  const untouched = loaded.rows.filter(
    ({ service, decidedHere }) =>
      sent.includes(service) && decidedHere === null && !typed.some((row) => row.service === service),
  )
  const since = loaded.before === null ? null : (loaded.before.closedAt ?? loaded.before.openedAt)
  const views = await rowViews(untouched, { policy: loaded.policy, at: null, since })
  const unchanged = views.filter((row) => row.unchanged)
  return [
    ...typed,
    ...unchanged.map(({ service, proposed }) => ({ service, band: proposed ?? '', note: '', seen: '' })),
  ]
}

const byService = (typed: readonly ChoiceTyped[]) =>
  new Map(typed.map(({ service, band, note }) => [service, { band, note }]))

/** A row that changed meanwhile keeps its note; its colour is to be chosen anew, by what is proposed now. */
const withoutStale = (
  typed: readonly ChoiceTyped[],
  errors: readonly ChoiceError[],
): readonly ChoiceTyped[] =>
  typed.map((row) =>
    errors.some(({ field }) => field === `band-${row.service}`) ? { ...row, band: '' } : row,
  )

/** Saves what one person chose on a page of a session. What all who must agree chose alike takes effect at once. */
export const saveChoices = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const id = asked.id('session')
  const person = asked.signed?.person.id ?? ''
  await holdSession(id)
  const session = await sessionById(id)
  const part = partOf(form.one('show'), form.one('page'))
  const number = form.one('form')
  if (session.part === 'confirms') throw fault('not-found', { what: 'session', id })
  if (!isId(number)) throw fault('bad-request', { what: 'The form has no number.' })
  // What is typed on a page is saved before the next one comes, with or without scripts.
  const onward = form.one('do') === 'next'
  const address = addressOf({ id, ...part, page: part.page + (onward ? 1 : 0), asAt: null })
  const done = (what: string) => seeOther(`${address}${address.includes('?') ? '&' : '?'}done=${what}`)
  if (await wasTaken(id, number)) return done('choices-saved')
  if (session.closedAt !== null) throw fault('session-closed')
  const loaded = await loadSession(session, asked.signed?.roles ?? [])
  if (loaded.mine.length === 0) throw fault('not-a-decider', { meeting: loaded.meeting.name })
  const typed = filledIn(form, loaded, person)
  if (form.one('do') === 'mark') {
    const rows = byService(await marked(typed, form.all('row'), loaded))
    return showSession(asked, loaded, { ...part, asAt: null }, { rows, errors: [], form: number })
  }
  if (typed.length === 0) return onward ? seeOther(address) : done('choices-unchanged')
  const { chosen, errors } = await judgeRows(loaded, typed, person)
  if (errors.length > 0) {
    const rows = byService(withoutStale(typed, errors))
    return showSession(asked, loaded, { ...part, asAt: null }, { rows, errors, form: number })
  }
  const { authority } = session
  await choose({ authority, session: id, person, roles: loaded.mine, form: number }, chosen)
  await settle(loaded, chosen)
  return done('choices-saved')
}
