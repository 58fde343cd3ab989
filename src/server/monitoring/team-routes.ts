import { csvOf } from '../../core/kit/csv.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { type Quarter, quarterBeside, quarterNamed, quarterOf } from '../../core/kit/quarters.ts'
import { authorityOf } from '../contracts/authority.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { exported } from '../platform/http/exported.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyToday } from '../policy/in-force.ts'
import { perPage } from '../register/queries/list-services.ts'
import { assign } from './commands/assign.ts'
import { listRows } from './list-rows.ts'
import { quarterPage } from './pages/quarter-page.ts'
import { teamPage } from './pages/team-page.ts'
import { listPlan, workBetween } from './queries/list-plan.ts'
import { searchOf } from './search.ts'

const kindsOf = async (authority: string) =>
  (await policyToday(authority))?.documents.monitoring.activities ?? []

const list = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const authority = authorityOf(asked)
  const today = search.asAt ?? dayOf(now())
  const rows = { limit: perPage, offset: (search.page - 1) * perPage }
  return framed(asked, {
    title: 'Monitoring plan',
    content: teamPage({
      search,
      ...(await listPlan(search, today, rows)),
      perPage,
      people: await councilPeople(authority),
      kinds: await kindsOf(authority),
      today,
      mayExport: asked.may('plan.export'),
    }),
  })
}

const download = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const { activities } = await listPlan(search, search.asAt ?? dayOf(now()), null)
  return exported(asked, {
    what: 'monitoring plan',
    file: 'plan.csv',
    csv: csvOf(listRows(activities)),
    rows: activities.length,
  })
}

const quarterIn = (asked: Asked): Quarter => {
  const name = asked.part('quarter')
  const quarter = quarterNamed(name)
  if (quarter === null) throw fault('not-found', { what: 'quarter', id: name })
  return quarter
}

type Failed = {
  readonly chosen: readonly string[]
  readonly person: string
  readonly errors: readonly FieldError[]
}

const showQuarter = async (
  asked: Asked,
  given: string | null,
  failed: Failed = { chosen: [], person: '', errors: [] },
): Promise<Response> => {
  const quarter = quarterIn(asked)
  const authority = authorityOf(asked)
  const kinds = (await kindsOf(authority)).filter(({ by }) => by === undefined)
  const activity = kinds.some(({ id }) => id === given) ? given : null
  return framed(asked, {
    title: 'Plan of the quarter',
    section: 'Monitoring plan',
    breadcrumbs: [{ text: 'Monitoring plan', href: '/plan' }],
    errors: failed.errors,
    content: quarterPage({
      quarter,
      before: quarterBeside(quarter, -1),
      after: quarterBeside(quarter, 1),
      work: await workBetween(authority, quarter, activity),
      people: await councilPeople(authority),
      kinds,
      activity,
      today: dayOf(now()),
      mayArrange: asked.may('plan.arrange'),
      ...failed,
    }),
  })
}

const give = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const { name } = quarterIn(asked)
  const authority = authorityOf(asked)
  const chosen = form.all('activities').filter(isId)
  const [person, activity] = [form.one('person'), form.one('activity')]
  const isKnown = person === 'none' || (await councilPeople(authority)).some(({ id }) => id === person)
  const errors: readonly FieldError[] = [
    ...(isKnown ? [] : [{ field: 'person', text: 'Select a person of the council' }]),
    ...(chosen.length > 0 ? [] : [{ field: 'person', text: 'Choose at least one activity below' }]),
  ]
  if (errors.length > 0) return showQuarter(asked, activity || null, { chosen, person, errors })
  await assign(authority, chosen, person === 'none' ? null : person)
  const query = new URLSearchParams({ done: 'activity-assigned', ...(activity === '' ? {} : { activity }) })
  return seeOther(`/plan/quarters/${name}?${query}`)
}

/** The plan of the whole team, and of each quarter. */
export const teamRoutes: readonly Route[] = [
  { method: 'GET', path: '/plan', permission: 'plan.see', sample: () => '/plan', past: true, handle: list },
  {
    method: 'GET',
    path: '/plan/plan.csv',
    permission: 'plan.export',
    exports: 'monitoring plan',
    sample: { none: 'a file to download, not a page' },
    past: true,
    handle: download,
  },
  {
    method: 'GET',
    path: '/plan/quarters',
    permission: 'plan.see',
    sample: { none: 'leads to the quarter of today' },
    handle: async () => seeOther(`/plan/quarters/${quarterOf(dayOf(now()))}`),
  },
  {
    method: 'GET',
    path: '/plan/quarters/:quarter',
    permission: 'plan.see',
    sample: () => '/plan/quarters/2026-4',
    handle: (asked) => showQuarter(asked, asked.query('activity')),
  },
  {
    method: 'POST',
    path: '/plan/quarters/:quarter/assign',
    permission: 'plan.arrange',
    audit: 'activity.assigned',
    handle: give,
  },
]
