import { csvOf } from '../../../core/kit/csv.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { exported } from '../../platform/http/exported.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { perPage } from '../history/query.ts'
import { searchOf } from './asked-for.ts'
import { accessRows, eventRows } from './csv-rows.ts'
import { cursorOf } from './cursor.ts'
import { auditPage } from './page.ts'
import { findAccesses, findEvents, people } from './queries.ts'

const authorityOf = (asked: Asked): string => {
  if (asked.signed === null) throw fault('not-signed-in')
  return asked.signed.authority.id
}

const show = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const page = { before: cursorOf(asked), limit: perPage + 1 }
  const events = search.of === 'events' ? await findEvents(search, page) : []
  const accesses = search.of === 'accesses' ? await findAccesses(search, page) : []
  const found = events.length + accesses.length
  const last = search.of === 'events' ? events.at(perPage - 1) : accesses.at(perPage - 1)
  return framed(asked, {
    title: 'Audit trail',
    content: auditPage({
      search,
      people: await people(authorityOf(asked)),
      events: events.slice(0, perPage),
      accesses: accesses.slice(0, perPage),
      next: found > perPage && last !== undefined ? last.id : null,
      mayExport: asked.may('audit.export'),
      mayDispose: asked.may('retention.approve'),
    }),
  })
}

/** More than a spreadsheet opens with ease; a longer time is taken in several files. */
const mostRows = 100_000

const download = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const page = { before: null, limit: mostRows + 1 }
  const rows =
    search.of === 'events'
      ? eventRows(await findEvents(search, page))
      : accessRows(await findAccesses(search, page))
  const count = rows.length - 1
  if (count > mostRows)
    throw fault('bad-request', { what: `More than ${mostRows} rows were found. Choose a shorter time.` })
  const what = search.of === 'events' ? 'audit trail' : 'log of accesses'
  return exported(asked, { what, file: `audit-${search.of}.csv`, csv: csvOf(rows), rows: count })
}

/** The search of auditors, and its file (X10). */
export const searchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/audit',
    permission: 'audit.read',
    reads: 'trail',
    sample: () => '/audit',
    handle: show,
  },
  {
    method: 'GET',
    path: '/audit/trail.csv',
    permission: 'audit.export',
    reads: 'trail',
    exports: 'audit trail',
    sample: { none: 'a file to download, not a page' },
    handle: download,
  },
]
