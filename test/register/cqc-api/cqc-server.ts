/** CQC's API on this machine: replays the real records, and misbehaves when told to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rawRecords } from '../oldham.ts'

export type Asked = { readonly path: string; readonly url: URL; readonly headers: IncomingHttpHeaders }

/** One answer in place of the right one. */
export type Trouble = (response: ServerResponse, asked: Asked) => void

type Raw = { readonly locationId: string; readonly name: string; readonly localAuthority?: string }

export type CqcServer = {
  readonly address: string
  /** Every call that came, in order. */
  readonly asked: readonly Asked[]
  /** The records that it gives, to be changed by a test. */
  readonly locations: Map<string, Raw>
  readonly changed: string[]
  /** Gives these answers, one each, to calls whose path and query match. */
  readonly once: (on: RegExp, ...troubles: readonly Trouble[]) => void
  readonly always: (on: RegExp, trouble: Trouble) => void
  /** Forgets what came and every trouble. */
  readonly calm: () => void
  readonly close: () => Promise<void>
}

export const key = 'a-secret-key-0123456789abcdef'

/** Its pages are smaller than what is asked for: CQC chooses too. */
const perPage = 100

export const sendJson = (response: ServerResponse, json: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json))
}

/** The page of a list that was asked for, as CQC lays it out. */
export const pageOf = (list: readonly unknown[], name: string, { url }: Asked, total = list.length) => {
  const page = Number(url.searchParams.get('page'))
  const totalPages = Math.ceil(total / perPage)
  const address = (at: number) => `${url.pathname.replace('/public/v1', '')}?page=${at}&perPage=${perPage}`
  return {
    total,
    page,
    perPage,
    totalPages,
    firstPageUri: address(1),
    lastPageUri: address(totalPages),
    nextPageUri: page < totalPages ? address(page + 1) : null,
    [name]: list.slice((page - 1) * perPage, page * perPage),
  }
}

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** Starts the server on a free port. */
export const startCqc = async (): Promise<CqcServer> => {
  const locations = new Map(rawRecords<Raw>('oldham_locations.ndjson.gz').map((raw) => [raw.locationId, raw]))
  const providers = new Map(
    rawRecords<{ providerId: string }>('oldham_providers.ndjson.gz').map((raw) => [raw.providerId, raw]),
  )
  const asked: Asked[] = []
  const changed: string[] = []
  let troubles: { on: RegExp; left: number; trouble: Trouble }[] = []
  const summaries = (area: string) =>
    [...locations.values()]
      .filter((raw) => raw.localAuthority === area)
      .map(({ locationId, name }) => ({ locationId, locationName: name }))
  /** The right answer: what CQC sends as JSON, or the status with which it refuses. */
  const answerTo = (call: Asked): object | number => {
    const [, list, id] = call.path.split('/')
    const given = (name: string): string => call.url.searchParams.get(name) ?? ''
    if (!call.headers['user-agent']) return 403
    if (call.headers['ocp-apim-subscription-key'] !== key) return 401
    if (list === 'changes') {
      const [from, to] = [given('startTimestamp'), given('endTimestamp')]
      return stamp.test(from) && stamp.test(to) && from < to ? pageOf(changed, 'changes', call) : 400
    }
    if (id === undefined) return pageOf(summaries(given('localAuthority')), 'locations', call)
    if (id !== id.toUpperCase()) return 400
    return (list === 'locations' ? locations : providers).get(id) ?? 404
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://cqc.test')
    const call = { path: url.pathname.replace('/public/v1', ''), url, headers: request.headers }
    asked.push(call)
    const trouble = troubles.find(({ on, left }) => left > 0 && on.test(`${call.path}${url.search}`))
    if (trouble) {
      trouble.left -= 1
      trouble.trouble(response, call)
      return
    }
    const answer = answerTo(call)
    if (typeof answer === 'number') response.writeHead(answer).end()
    else sendJson(response, answer)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/public/v1`,
    asked,
    locations,
    changed,
    once: (on, ...given) => {
      troubles.push(...given.map((trouble) => ({ on, left: 1, trouble })))
    },
    always: (on, trouble) => {
      troubles.push({ on, left: Number.POSITIVE_INFINITY, trouble })
    },
    calm: () => {
      asked.length = 0
      troubles = []
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
