/**
 * The service worker: the server of the visits that this device has packed, and of nothing else. A packed visit is
 * always answered here, with signal or without, so that there is never a second place where its answers go.
 */
import { render } from '../../ui/html.ts'
import { packedAddress } from '../pages/done.ts'
import type { Refusal } from '../refusals.ts'
import { deviceApp } from './app.ts'
import { keptAsset } from './assets.ts'
import { packVisit } from './handover.ts'
import { barePage } from './pages.ts'
import { loadPacked } from './store.ts'

declare const self: ServiceWorkerGlobalScope

// Every request stands alone here, so a new version may take over between two of them.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const visitIn = (url: URL): string | undefined =>
  url.pathname.match(/^\/visits\/([0-9a-f-]{36})(?=\/|$)/)?.[1]

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.mode !== 'navigate') {
    if (clientId && request.method === 'GET') event.respondWith(answerFile(request, clientId))
    return
  }
  const visit = visitIn(url)
  if (visit) event.respondWith(answerPage(request, visit).catch((error) => refuse(unreadable(error), visit)))
})

const answerPage = async (request: Request, visit: string): Promise<Response> => {
  const packed = await loadPacked(visit)
  if (packed) return (await deviceApp(packed)).fetch(request)
  if (request.method === 'POST' && new URL(request.url).pathname.endsWith('/pack'))
    return answerPacking(visit)
  return fetch(request).catch(() => refuse(notPackedHere, visit))
}

const answerPacking = async (visit: string): Promise<Response> => {
  const refusal = await packVisit(visit)
  return refusal ? refuse(refusal, visit) : Response.redirect(packedAddress(visit), 303)
}

/** Files for the page of a packed visit come from what was packed with it; all others from the server. */
const answerFile = async (request: Request, clientId: string): Promise<Response> => {
  const client = await self.clients.get(clientId)
  const visit = client && visitIn(new URL(client.url))
  const kept = visit && (await loadPacked(visit)) ? await keptAsset(visit, request) : undefined
  return kept ?? fetch(request)
}

/** A page of the worker's own, for when there is no packed layout. It loads nothing. */
const refuse = (refusal: Refusal, visit: string): Response =>
  new Response(render(barePage(refusal, `/visits/${visit}`)), {
    status: refusal.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; img-src data:",
    },
  })

const notPackedHere: Refusal = {
  status: 503,
  says: 'There is no signal, and this visit is not packed on this device.',
  next: 'Go where there is signal and load it again. Pack a visit before you leave for it.',
}

const unreadable = (error: unknown): Refusal => ({
  status: 500,
  says: 'This device could not open what it keeps.',
  next: `Nothing that was saved has been removed. If this happens again, tell your administrator: ${String(error)}.`,
})
