import { Hono } from 'hono/tiny'
import type { Instant } from '../../core/kit/days.ts'
import { html, render } from '../../ui/html.ts'
import { fillFrame, type PageParts } from '../frame.ts'
import { handedBackAddress, packedAddress } from '../pages/done.ts'
import { backToVisit, refusalPage } from '../pages/refusal-page.ts'
import { noSuchQuestion } from '../refusals.ts'
import { visitRoutes } from '../routes.ts'
import type { Packed } from './database.ts'
import { handBack } from './handover.ts'
import { bar, handBackForm } from './pages.ts'
import { deviceStore, loadUnsent } from './store.ts'

/** Returns the server that a device is for one packed visit: the same routes and pages, over what it keeps. */
export const deviceApp = async (packed: Packed): Promise<Hono> => {
  const { id } = packed.visit
  const countUnsent = async (): Promise<number> => (await loadUnsent(id)).length
  const page = async ({ title, body }: PageParts) =>
    fillFrame(packed.frame, { title, body: html`${bar(await countUnsent())}${body}` })
  const unsent = await countUnsent()
  const now = () => new Date().toISOString() as Instant

  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    if (packed.policy) context.header('content-security-policy', packed.policy)
    context.header('cache-control', 'no-store')
  })
  app.route(
    '/',
    visitRoutes({
      store: deviceStore,
      page,
      now,
      mayRecord: () => true,
      handover: () => handBackForm(id, unsent),
    }),
  )
  app.post('/visits/:visit/hand-back', async (context) => {
    const refusal = await handBack(id)
    if (!refusal) return context.redirect(handedBackAddress(id, unsent), 303)
    return context.html(render(await page(refusalPage(refusal, backToVisit(id)))), refusal.status)
  })
  // From a page that stood open since before: it is packed already.
  app.post('/visits/:visit/pack', (context) => context.redirect(packedAddress(id), 303))
  app.notFound(async (context) =>
    context.html(render(await page(refusalPage(noSuchQuestion, backToVisit(id)))), noSuchQuestion.status),
  )
  // Hono would answer with a bare "Internal Server Error"; the worker's own page says what to do.
  app.onError((error) => {
    throw error
  })
  return app
}
