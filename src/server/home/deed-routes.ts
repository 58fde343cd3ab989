import { blankDeed, type DeedTyped, readNote, readUntil } from '../../core/alerts/deed-form.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import type { EventKind } from '../platform/events/event.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { acknowledge, assign, finish, snooze, wake } from './commands/act.ts'
import { lookingOf } from './looking.ts'
import { type DeedName, deeds, isDeed } from './pages/deed-fields.ts'
import { severalPage } from './pages/several-page.ts'
import { alertsOf } from './queries/list-alerts.ts'
import { showAlert } from './show-alert.ts'

const idsOf = (given: readonly string[]): readonly string[] => [...new Set(given.filter(isId))]

/** Where a form goes back to: a page of ours, and no other. */
const backOf = (given: string | null): string =>
  given !== null && /^\/(?:alerts[/?][\w\-/?=&%+.]*|\?[\w=&-]*)?$/.test(given) ? given : '/alerts'

const typedOf = (form: Form): DeedTyped => ({
  person: form.one('person'),
  day: form.one('until-day'),
  month: form.one('until-month'),
  year: form.one('until-year'),
  note: form.one('note'),
})

type Asking = {
  readonly deed: DeedName
  readonly ids: readonly string[]
  readonly back: string
  readonly typed: DeedTyped
  readonly errors: readonly FieldError[]
}

const askAgain = async (asked: Asked, { deed, ids, back, typed, errors }: Asking): Promise<Response> => {
  const [only, ...others] = ids
  if (errors.length > 0 && only !== undefined && others.length === 0 && back === `/alerts/${only}`)
    return showAlert(asked, only, { deed, typed, errors })
  const looking = lookingOf(asked)
  const alerts = await alertsOf(ids, looking)
  if (alerts.length === 0) return seeOther(withNotice(back, 'no-alert-chosen'))
  return framed(asked, {
    title: deeds[deed].heading,
    section: 'Home',
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Home', href: '/' },
      { text: 'Alerts', href: '/alerts' },
    ],
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: severalPage({
      deed,
      alerts,
      back,
      typed,
      errors,
      people: deed === 'assign' ? await councilPeople(looking.authority) : [],
    }),
  })
}

const withNotice = (address: string, notice: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}done=${notice}`

/** What a form does once it was read; errors where it could not be. */
type Deed = (
  asked: Asked,
  ids: readonly string[],
  typed: DeedTyped,
) => Promise<{ readonly changed: number } | { readonly errors: readonly FieldError[] }>

const doings: Readonly<Record<DeedName, { readonly notice: string; readonly run: Deed }>> = {
  acknowledge: {
    notice: 'alerts-acknowledged',
    run: async (_, ids) => ({ changed: await acknowledge(ids) }),
  },
  'bring-back': { notice: 'alerts-brought-back', run: async (_, ids) => ({ changed: await wake(ids) }) },
  assign: {
    notice: 'alerts-assigned',
    run: async (_, ids, { person }) =>
      isId(person)
        ? { changed: await assign(ids, person) }
        : { errors: [{ field: 'person', text: 'Choose to whom you give it' }] },
  },
  'put-off': {
    notice: 'alerts-put-off',
    run: async (asked, ids, typed) => {
      const until = readUntil(typed, lookingOf(asked).today)
      return typeof until === 'string' ? { changed: await snooze(ids, until) } : { errors: [until] }
    },
  },
  done: {
    notice: 'alerts-done',
    run: async (asked, ids, typed) => {
      const alerts = await alertsOf(ids, lookingOf(asked))
      const read = readNote(
        typed,
        alerts.map(({ rule }) => rule),
      )
      return 'note' in read ? { changed: await finish(ids, read.note) } : { errors: [read] }
    },
  },
}

const carryOut =
  (deed: DeedName) =>
  async (asked: Asked): Promise<Response> => {
    const form = await asked.form()
    const back = backOf(form.one('back'))
    const typed = typedOf(form)
    // Only what its sender may see: another's alert is as if it were not there.
    const seen = await alertsOf(idsOf(form.all('alert')), lookingOf(asked))
    const ids = seen.map(({ id }) => id)
    if (ids.length === 0) return seeOther(withNotice(back, 'no-alert-chosen'))
    const found = await doings[deed].run(asked, ids, typed)
    if ('errors' in found) return askAgain(asked, { deed, ids, back, typed, errors: found.errors })
    return seeOther(withNotice(back, found.changed > 0 ? doings[deed].notice : 'alerts-unchanged'))
  }

const several = async (asked: Asked): Promise<Response> => {
  const deed = asked.query('deed')
  if (!isDeed(deed)) throw fault('bad-request', { what: 'The address does not say what is to be done.' })
  const ids = idsOf(asked.url.searchParams.getAll('alert'))
  return askAgain(asked, { deed, ids, back: backOf(asked.query('back')), typed: blankDeed, errors: [] })
}

const deedRoute = (deed: DeedName, audit: EventKind): Route => ({
  method: 'POST',
  path: `/alerts/${deed}`,
  permission: 'work.do',
  audit,
  handle: carryOut(deed),
})

/** What is done with alerts: with one, or with several at once. */
export const deedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/alerts/several',
    permission: 'work.do',
    sample: { none: 'only for alerts that were chosen: a journey opens it' },
    handle: several,
  },
  deedRoute('acknowledge', 'alerts.acknowledged'),
  deedRoute('done', 'alerts.done'),
  deedRoute('assign', 'alerts.assigned'),
  deedRoute('put-off', 'alerts.snoozed'),
  deedRoute('bring-back', 'alerts.woken'),
]
