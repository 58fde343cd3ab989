import { randomUUID } from 'node:crypto'
import { blankFeed, type FeedTyped, readFeed, readUntil } from '../../../core/intelligence/feed-form.ts'
import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { leadingToDays } from '../../../ui/day-field.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Asked, type Form, isId } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { policyToday } from '../../policy/in-force.ts'
import { serviceTypeNames } from '../../register/words.ts'
import { declareFeed, endFeed } from '../commands/declare-collected.ts'
import { serviceFinder } from '../import/find-service.ts'
import { listsFor } from '../policy-lists.ts'
import { feedById, feedsOf } from '../queries/feeds.ts'
import { endFeedPage, feedFormPage } from './feed-form-page.ts'
import { feedsPage, feedsPath } from './feeds-page.ts'

const title = 'What is collected'
const crumbs = [{ text: title, href: feedsPath }]

const authorityOf = (asked: Asked): string => {
  if (asked.signed === null) throw fault('not-signed-in')
  return asked.signed.authority.id
}

const list = async (asked: Asked): Promise<Response> => {
  const authority = authorityOf(asked)
  return framed(asked, {
    title,
    section: 'Intelligence',
    content: feedsPage({
      feeds: await feedsOf(authority),
      lists: await listsFor(authority),
      mayDeclare: asked.may('feeds.declare'),
    }),
  })
}

const typesOf = async (authority: string) =>
  (await policyToday(authority))?.serviceTypes ??
  Object.entries(serviceTypeNames).map(([id, name]) => ({ id, name }))

const showNew = async (
  asked: Asked,
  id: string,
  typed: FeedTyped,
  errors: readonly FieldError[],
): Promise<Response> => {
  const authority = authorityOf(asked)
  return framed(asked, {
    title: 'Declare a feed or form',
    section: title,
    width: 'two-thirds',
    errors: leadingToDays(errors, ['from', 'until']),
    breadcrumbs: crumbs,
    content: feedFormPage({
      id,
      typed,
      errors,
      lists: await listsFor(authority),
      types: await typesOf(authority),
    }),
  })
}

const typedIn = (form: Form): FeedTyped => ({
  name: form.one('name'),
  kinds: form.all('kinds'),
  day: form.one('from-day'),
  month: form.one('from-month'),
  year: form.one('from-year'),
  scope: form.one('scope'),
  types: form.all('types'),
  services: form.one('services'),
})

/** Looks services up as people write them: by name, or by CQC’s id. */
const servicesIn = async (
  authority: string,
  lines: readonly string[],
): Promise<readonly string[] | readonly FieldError[]> => {
  const find = await serviceFinder(authority)
  const none = { ownId: null, postcode: null, cqcId: null, serviceName: null }
  const found = lines.map((line) => {
    const byName = find({ ...none, serviceName: line })
    return 'id' in byName ? byName : find({ ...none, cqcId: line })
  })
  const unknown = lines.filter((_, at) => !('id' in (found[at] ?? {})))
  if (unknown.length > 0)
    return unknown.map((line) => ({
      field: 'services',
      text: `No service is called ${line}, or has it as CQC id`,
    }))
  return found.flatMap((each) => ('id' in each ? [each.id] : []))
}

const isFound = (services: readonly string[] | readonly FieldError[]): services is readonly string[] =>
  services.every((each) => typeof each === 'string')

const declare = async (asked: Asked): Promise<Response> => {
  const authority = authorityOf(asked)
  const form = await asked.form()
  const id = form.one('id')
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  const typed = typedIn(form)
  const read = readFeed(typed, dayOf(now()))
  if ('errors' in read) return showNew(asked, id, typed, read.errors)
  const { serviceLines, ...feed } = read.feed
  const services = serviceLines === null ? null : await servicesIn(authority, serviceLines)
  if (services !== null && !isFound(services)) return showNew(asked, id, typed, services)
  await declareFeed({ ...feed, id, authority, services })
  return seeOther(`${feedsPath}?done=feed-declared`)
}

const showEnd = async (
  asked: Asked,
  typed: Pick<FeedTyped, 'day' | 'month' | 'year'>,
  errors: readonly FieldError[],
): Promise<Response> => {
  const feed = await feedById(asked.id('feed'))
  return framed(asked, {
    title: 'End what is collected',
    section: title,
    width: 'two-thirds',
    errors: leadingToDays(errors, ['from', 'until']),
    breadcrumbs: crumbs,
    content: endFeedPage({ feed, typed, errors, lists: await listsFor(authorityOf(asked)) }),
  })
}

const end = async (asked: Asked): Promise<Response> => {
  const feed = await feedById(asked.id('feed'))
  const form = await asked.form()
  const typed = { day: form.one('until-day'), month: form.one('until-month'), year: form.one('until-year') }
  const read = readUntil(typed, feed.from, dayOf(now()))
  if ('errors' in read) return showEnd(asked, typed, read.errors)
  await endFeed(feed.id, read.until)
  return seeOther(`${feedsPath}?done=feed-ended`)
}

/** What is collected from when, so that silence is told from zero (WA2). */
export const feedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: feedsPath,
    permission: 'intelligence.see',
    sample: () => feedsPath,
    handle: list,
  },
  {
    method: 'GET',
    path: `${feedsPath}/new`,
    permission: 'feeds.declare',
    sample: () => `${feedsPath}/new`,
    handle: (asked) => showNew(asked, randomUUID(), blankFeed, []),
  },
  {
    method: 'POST',
    path: `${feedsPath}/new`,
    permission: 'feeds.declare',
    audit: 'feed.declared',
    handle: declare,
  },
  {
    method: 'GET',
    path: `${feedsPath}/:feed/end`,
    permission: 'feeds.declare',
    sample: { none: 'its number is made by the database: the journey of feeds opens it' },
    handle: (asked) => showEnd(asked, { day: '', month: '', year: '' }, []),
  },
  {
    method: 'POST',
    path: `${feedsPath}/:feed/end`,
    permission: 'feeds.declare',
    audit: 'feed.ended',
    handle: end,
  },
]
