import { z } from 'zod'
import { fault } from '../../../core/kit/problems.ts'
import { number, text } from '../../../core/register/fields.ts'
import { type Read, read } from '../../../core/register/read.ts'
import type { Ask } from './ask.ts'

/** One of the lists of CQC's API: where it is, what it is asked for, and under which key its entries stand. */
export type Listing = {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly key: string
}

export type Page = { readonly total: number; readonly entries: readonly unknown[] }

const perPage = 1000

/** More pages than the whole register has; a list that goes on longer goes in circles. */
const mostPages = 1000

const facts = z.looseObject({ total: number, totalPages: number, nextPageUri: text })
const entriesOf = z.array(z.unknown())

type Found = Page & { readonly totalPages: number; readonly hasNext: boolean }

/** Reads a page. The list may be absent only where nothing is counted: CQC leaves out what is empty. */
const readPage = (json: unknown, key: string): Read<Found> => {
  const found = read(facts, json)
  if (!found.ok) return found
  const { total, totalPages, nextPageUri } = found.value
  const list = read(entriesOf, found.value[key] ?? (total === 0 ? [] : null))
  if (!list.ok) return { ok: false, reason: `the answer has no list of ${key}` }
  return {
    ok: true,
    value: {
      total: total ?? 0,
      entries: list.value,
      totalPages: totalPages ?? 0,
      hasNext: nextPageUri !== null,
    },
  }
}

/**
 * Reads a list page by page. That there is a next page is taken from `nextPageUri`, its address is not: it has
 * no host, and with one the key would go there. Throws `cqc-refused` where a page is none: a list with a hole in it
 * would pass for the whole.
 */
export async function* pagesOf(ask: Ask, { path, query, key }: Listing): AsyncGenerator<Page> {
  for (let at = 1; at <= mostPages; at += 1) {
    const asked = new URLSearchParams({ ...query, page: String(at), perPage: String(perPage) })
    const answer = await ask(`${path}?${asked}`)
    // The list became shorter while we read it.
    if (answer.kind === 'gone' && at > 1) return
    const what = `page ${at} of ${path}`
    if (answer.kind === 'gone') throw fault('cqc-refused', { what, why: 'it answered 404' })
    if (answer.kind !== 'json') throw fault('cqc-refused', { what, why: answer.why })
    const page = readPage(answer.json, key)
    if (!page.ok) throw fault('cqc-refused', { what, why: page.reason })
    const { total, entries, totalPages, hasNext } = page.value
    yield { total, entries }
    if (at >= totalPages && (!hasNext || entries.length === 0)) return
  }
  throw fault('cqc-refused', { what: path, why: `it goes on after ${mostPages} pages` })
}
