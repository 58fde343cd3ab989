import { randomUUID } from 'node:crypto'
import type { ChoiceError } from '../../core/decisions/choice-form.ts'
import type { Day } from '../../core/kit/days.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Loaded } from './load-session.ts'
import type { RowTyped } from './pages/decision-row.ts'
import { sessionPage } from './pages/session-page.ts'
import { documentOfSession } from './queries/documents.ts'
import { whoElseLooks } from './queries/looking.ts'
import { type RowState, type Show, shownRows, shows } from './row-states.ts'
import { rowViews } from './row-views.ts'

const perPage = 25

/** Which part of a session is shown. */
export type Part = { readonly show: Show; readonly page: number }

/** Reads which part of a session is asked for: all of it where nothing sensible is said. */
export const partOf = (show: string | null, page: string | null): Part => ({
  show: shows.find((each) => each === show) ?? 'all',
  page: Math.max(1, Math.floor(Number(page)) || 1),
})

/** What somebody typed that is not saved yet, and what is wrong with it. */
export type Typed = {
  readonly rows: ReadonlyMap<string, RowTyped>
  readonly errors: readonly ChoiceError[]
  /** Stays the same for a form that comes back. */
  readonly form: string
}

const pageOfRows = (rows: readonly RowState[], page: number): readonly RowState[] =>
  rows.slice((page - 1) * perPage, page * perPage)

/** Returns the page of a session, with what was typed where it was not saved. */
export const showSession = async (
  asked: Asked,
  loaded: Loaded,
  { show, page, asAt }: Part & { readonly asAt: Day | null },
  typed: Typed = { rows: new Map(), errors: [], form: randomUUID() },
): Promise<Response> => {
  const { session, meeting, policy, at, before, rows, mine } = loaded
  const person = asked.signed?.person.id ?? ''
  const asker = { person, roles: mine }
  const shown = shownRows(rows, show, asker)
  const pages = Math.max(1, Math.ceil(shown.length / perPage))
  const current = Math.min(page, pages)
  const since = before === null ? null : (before.closedAt ?? before.openedAt)
  const views = await rowViews(pageOfRows(shown, current), { policy, at, since })
  const open = at === null
  return framed(asked, {
    title: meeting.name,
    section: 'Decisions',
    breadcrumbs: [{ text: 'Decisions', href: '/decisions' }],
    history: { kind: 'session', id: session.id },
    policyVersion: `${policy.reference.pack}, version ${policy.reference.version}`,
    errors: typed.errors.map(({ field, text }) => ({ field, text })),
    content: sessionPage({
      session,
      name: meeting.name,
      council: asked.signed?.authority.name ?? '',
      bands: policy.rating.bands,
      rows: views,
      counts: Object.fromEntries(shows.map((each) => [each, shownRows(rows, each, asker).length])) as Record<
        Show,
        number
      >,
      decided: rows.filter(({ decidedHere }) => decidedHere !== null).length,
      show,
      page: current,
      pages,
      since: before === null ? null : before.heldOn,
      asAt,
      person,
      mayChoose: open && mine.length > 0 && asked.may('decisions.decide'),
      others: open ? await whoElseLooks(session.id, person) : [],
      form: typed.form,
      document: session.closedAt === null ? null : ((await documentOfSession(session.id))?.id ?? null),
      typed: typed.rows,
      errors: typed.errors,
    }),
  })
}
