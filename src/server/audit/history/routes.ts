import { fault } from '../../../core/kit/problems.ts'
import { pagination } from '../../../ui/components/pagination.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { cursorOf } from '../search/cursor.ts'
import { eventList } from './event-list.ts'
import { historyOf, perPage } from './query.ts'
import { records } from './records.ts'

const show = async (asked: Asked): Promise<Response> => {
  const [kind, id] = [asked.part('kind'), asked.id('id')]
  const entry = Object.hasOwn(records, kind) ? records[kind] : undefined
  const record = await entry?.find(id)
  if (entry === undefined || record === undefined) throw fault('not-found', { what: kind, id })
  const events = await historyOf(kind, id, cursorOf(asked))
  const shown = events.slice(0, perPage)
  const last = events.length > perPage ? shown.at(-1)?.id : undefined
  const back = entry.address?.(id)
  return framed(asked, {
    title: 'History',
    section: record.name,
    breadcrumbs: back === undefined ? [] : [{ text: record.name, href: back }],
    width: 'two-thirds',
    content: html`${pageHeading({ text: 'History', caption: `${entry.name}: ${record.name}` })}
${
  shown.length === 0
    ? emptyState({
        title: 'No events',
        text: 'Nothing was recorded of this since its history is kept.',
        action: back === undefined ? undefined : { text: 'Back', href: back },
      })
    : eventList(shown, kind === 'service' ? id : null)
}
${last !== undefined && pagination({ next: { href: `/history/${kind}/${id}?before=${last}`, text: 'Earlier events' } })}`,
  })
}

/** The history of any record: one page, one list, one query (X10). */
export const historyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/history/:kind/:id',
    permission: 'history.see',
    reads: 'trail',
    sample: ({ service }) => `/history/service/${service}`,
    handle: show,
  },
]
