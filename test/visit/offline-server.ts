/**
 * A server of visits in a process of its own, to be killed: `node offline-server.ts PORT STATE-FILE`.
 * What its store holds is written to the file at each change, so that it outlives the process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { instant } from '../../src/core/kit/days.ts'
import { assets } from '../../src/server/platform/http/assets.ts'
import { contentSecurityPolicy } from '../../src/ui/content-security-policy.ts'
import { html, render } from '../../src/ui/html.ts'
import { page } from '../../src/ui/layout.ts'
import type { PageParts } from '../../src/visit/frame.ts'
import { visitRoutes } from '../../src/visit/routes.ts'
import { handoverRoutes } from '../../src/visit/server/handover-routes.ts'
import { packForm } from '../../src/visit/server/pack-form.ts'
import type { Visit } from '../../src/visit/visit.ts'
import { memoryStore } from './memory-store.ts'
import { rowanHouse } from './rowan-house.ts'
import type { Trouble } from './trouble.ts'

const [port = '0', stateFile = ''] = process.argv.slice(2)
const kept: readonly Visit[] = existsSync(stateFile)
  ? JSON.parse(readFileSync(stateFile, 'utf8'))
  : [rowanHouse]
const store = memoryStore(kept, (visits) => writeFileSync(stateFile, JSON.stringify(visits)))

const side = {
  store,
  now: () => instant(Temporal.Now.instant().toString()),
  holder: () => 'Ann Other',
  mayRecord: () => true,
  handover: packForm,
  page: ({ title, body }: PageParts) =>
    page({
      title,
      content: body,
      authority: { name: 'Eastmarch Council' },
      modules: ['/assets/visit-page.js'],
      account: { name: 'Ann Other', signOutAction: '/sign-out' },
    }),
}

/** What a test can do to the server's answers, besides killing it. */
let trouble: Trouble = 'none'

const app = new Hono<{ Bindings: HttpBindings }>()
const files = assets()
app.use('/visits/*', csrf())
app.use(async (context, next) => {
  context.header('content-security-policy', contentSecurityPolicy)
  await next()
})
app.use('/visits/*', async (context, next) => {
  if (trouble === 'signed-out') return context.redirect('/sign-in', 303)
  await next()
  if (!context.req.path.endsWith('/hand-back')) return
  if (trouble === 'lose-hand-back') context.env.outgoing.destroy()
  if (trouble === 'no-receipt') context.res = Response.json({ received: [] })
})
app.use('/assets/plumbline.css', async (context, next) =>
  trouble === 'broken-file' ? context.body(null, 500) : next(),
)
app.get(
  '/assets/:name{.+}',
  (context) => files(context.req.param('name'), context.req.raw) ?? context.notFound(),
)
app.use('/assets/plumbline.css', async (context, next) =>
  trouble === 'broken-file' ? context.body(null, 500) : next(),
)
app.get('/visit-worker.js', (context) => files('visit-worker.js', context.req.raw) ?? context.notFound())
app.get('/', (context) => context.html(render(side.page({ title: 'Home', body: html`<h1>Home</h1>` }))))
app.get('/sign-in', (context) => context.html('<!doctype html><title>Sign in</title><h1>Sign in</h1>'))
app.post('/trouble/:kind', (context) => {
  trouble = context.req.param('kind') as Trouble
  return context.text(trouble)
})
app.route('/', visitRoutes(side))
app.route('/', handoverRoutes(side))

serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => console.log('listening'))
