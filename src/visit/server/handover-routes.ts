import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { z } from 'zod'
import type { Instant } from '../../core/kit/days.ts'
import { render } from '../../ui/html.ts'
import { gaps, type Page } from '../frame.ts'
import type { HandBack, Pack } from '../handover.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import {
  isRefusal,
  noSuchVisit,
  notThisDevice,
  notUnderstood,
  packingNeedsWorker,
  type Refusal,
} from '../refusals.ts'
import type { HandoverStore } from '../store.ts'
import { grades } from '../visit.ts'

type Server = {
  readonly store: HandoverStore
  readonly page: Page
  readonly now: () => Instant
  /** The name of the person who asks, as others will read it on the pages of a packed visit. */
  readonly holder: (context: Context) => string
}

const packing = z.object({ device: z.uuid() })
const handBack = z.object({
  device: z.uuid(),
  answers: z.array(
    z.object({
      id: z.uuid(),
      questionId: z.string(),
      grade: z.enum(grades),
      note: z.string(),
      recordedAt: z.iso.datetime().transform((text) => text as Instant),
    }),
  ),
})

/** Returns the JSON that a device sent. Only JSON: a form of another website cannot send that without being asked. */
const readJson = async (context: Context): Promise<unknown> =>
  isJson(context) ? context.req.json().catch(() => undefined) : undefined

const isJson = (context: Context): boolean =>
  context.req.header('content-type')?.startsWith('application/json') === true

/**
 * Where a device packs a visit and hands it back. It sends JSON; a form that arrives here was sent by a browser in
 * which the service worker did not run, and is answered with a page that says so.
 */
export const handoverRoutes = ({ store, page, now, holder }: Server): Hono => {
  const app = new Hono()
  const refuse = async (context: Context, refusal: Refusal) =>
    isJson(context)
      ? context.json(refusal, refusal.status)
      : context.html(render(await page(refusalPage(refusal), context)), refusal.status)

  app.post('/visits/:visit/pack', async (context) => {
    if (!isJson(context)) return refuse(context, packingNeedsWorker)
    const asked = packing.safeParse(await readJson(context))
    if (!asked.success) return refuse(context, notUnderstood)
    const id = context.req.param('visit')
    const given = { holder: holder(context), deviceId: asked.data.device, packedAt: now() }
    const refusal = await store.pack(id, given)
    if (refusal) return refuse(context, refusal)
    const visit = await store.loadVisit(id)
    if (!visit) return refuse(context, noSuchVisit)
    const frame = render(await page(gaps, context))
    return context.json({ visit, packing: visit.heldBy ?? given, frame } satisfies Pack)
  })

  app.post('/visits/:visit/hand-back', async (context) => {
    if (!isJson(context)) {
      // Pressed twice: the first press has handed the visit back, so the device let the second one through.
      const visit = await store.loadVisit(context.req.param('visit'))
      return visit?.heldBy === null
        ? context.redirect(`/visits/${visit.id}`, 303)
        : refuse(context, visit ? notThisDevice : noSuchVisit)
    }
    const asked = handBack.safeParse(await readJson(context))
    if (!asked.success) return refuse(context, notUnderstood)
    const { device, answers }: HandBack = asked.data
    const outcome = await store.handBack(context.req.param('visit'), device, answers)
    return isRefusal(outcome) ? refuse(context, outcome) : context.json(outcome)
  })

  return app
}
