import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { now } from '../../server/platform/database/unit-of-work.ts'
import type { Asked } from '../../server/platform/http/asked.ts'
import { frame, framed } from '../../server/platform/http/frame.ts'
import type { Route } from '../../server/platform/http/route.ts'
import type { PageParts } from '../frame.ts'
import { visitRoutes } from '../routes.ts'
import type { Visit } from '../visit.ts'
import { handoverRoutes } from './handover-routes.ts'
import { packForm } from './pack-form.ts'
import { serverStore } from './store.ts'
import { listVisits, visitList } from './visit-list.ts'

type Asking = { readonly Bindings: { readonly asked: Asked } }

const askedOf = (context: Context<Asking>): Asked => context.env.asked

const page = ({ title, body }: PageParts, context: Context) => {
  const { signed, url } = askedOf(context)
  const id = /^\/visits\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1]
  const history = id === undefined ? undefined : { kind: 'visit', id }
  return frame(signed, url.pathname, { title, section: 'Visits', content: body, history })
}

const store = serverStore()
const side = {
  store,
  page,
  now,
  mayRecord: (context: Context) => askedOf(context).may('visits.carry-out'),
  handover: (visit: Visit, context: Context) =>
    askedOf(context).may('visits.carry-out') ? packForm(visit) : null,
  holder: (context: Context) => askedOf(context).signed?.person.name ?? '',
}

const app = new Hono<Asking>()
app.route('/', visitRoutes(side))
app.route('/', handoverRoutes(side))
// Hono would turn an error into an answer, and the unit of work around it would commit.
app.onError((error) => {
  throw error
})

/** Answers with the routes that the device runs, too. They run in the unit of work of this request. */
const visit = async (asked: Asked): Promise<Response> => app.fetch(asked.context.req.raw, { asked })

const list = async (asked: Asked): Promise<Response> =>
  framed(asked, { title: 'Visits', content: visitList(await listVisits()) })

const workerFile = new URL('../../../public/visit-worker.js', import.meta.url)

/** The worker stands at the root, because a browser lets it answer only for addresses below its own. */
const worker = async (): Promise<Response> =>
  new Response(await readFile(workerFile), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/visit-worker.js',
    permission: 'anyone',
    sample: { none: 'a script' },
    handle: worker,
  },
  { method: 'GET', path: '/visits', permission: 'visits.see', sample: () => '/visits', handle: list },
  {
    method: 'GET',
    path: '/visits/:visit',
    permission: 'visits.see',
    sample: (at) => `/visits/${at.visit}`,
    handle: visit,
  },
  {
    method: 'GET',
    path: '/visits/:visit/questions/:question',
    permission: 'visits.see',
    sample: { none: 'the journey visit-offline opens it on both sides' },
    handle: visit,
  },
  {
    method: 'POST',
    path: '/visits/:visit/questions/:question',
    permission: 'visits.carry-out',
    audit: 'visit.changed',
    handle: visit,
  },
  {
    method: 'POST',
    path: '/visits/:visit/pack',
    permission: 'visits.carry-out',
    audit: 'visit.changed',
    handle: visit,
  },
  {
    method: 'POST',
    path: '/visits/:visit/hand-back',
    permission: 'visits.carry-out',
    audit: 'visit.changed',
    handle: visit,
  },
]
