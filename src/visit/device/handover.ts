import { type HandBack, handBackPath, type Pack, packPath } from '../handover.ts'
import { isRefusal, type Refusal } from '../refusals.ts'
import { askServer } from './ask-server.ts'
import { dropAssets, keepAssets } from './assets.ts'
import { deviceId } from './database.ts'
import { acknowledge, keepPacked, loadUnsent } from './store.ts'

/** Takes a visit along: the server marks it as held, then visit, layout and files are kept here. Returns why not, or null. */
export const packVisit = async (id: string): Promise<Refusal | null> => {
  const device = await deviceId()
  const response = await askServer(packPath(id), { device })
  if (isRefusal(response)) return response
  try {
    const { visit, packing, frame }: Pack = await response.json()
    await keepAssets(id, frame)
    const policy = response.headers.get('content-security-policy')
    await keepPacked({ visit: { ...visit, heldBy: null }, packing, frame, policy })
    return null
  } catch (error) {
    // The server believes that it is here. If this does not reach it either, the same device may simply pack again.
    const nothing: HandBack = { device, answers: [] }
    await askServer(handBackPath(id), nothing)
    await dropAssets(id)
    return notPacked(error)
  }
}

const notPacked = (error: unknown): Refusal => ({
  status: 507,
  says: 'The visit was not packed: a part of it could not be fetched, or this device has no room for it.',
  next: `Go back and try again where the signal is good. If it fails again, free some space on the device, or tell your administrator: ${String(error)}.`,
})

/**
 * Hands a visit back: sends what waits, and forgets only what the server says it keeps. Sent twice, or answered into
 * the void, it can be sent again. Returns why not, or null when nothing is left here.
 */
export const handBack = async (id: string): Promise<Refusal | null> => {
  const unsent = await loadUnsent(id)
  const body: HandBack = { device: await deviceId(), answers: unsent.map(({ answer }) => answer) }
  const response = await askServer(handBackPath(id), body)
  if (isRefusal(response)) return response
  const { received } = (await response.json()) as { received: readonly string[] }
  const left = await acknowledge(id, received)
  if (left > 0) return someLeft
  await dropAssets(id)
  return null
}

const someLeft: Refusal = {
  status: 409,
  says: 'Not everything was sent: something was saved here meanwhile, or the server did not keep it.',
  next: 'It is still on this device. Hand the visit back once more.',
}
