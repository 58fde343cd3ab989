import type { Answer, Packing, Visit } from './visit.ts'

/** What the server gives to a device that packs a visit. No names of people who use the service are in it. */
export type Pack = { readonly visit: Visit; readonly packing: Packing; readonly frame: string }

/** What a device sends to hand a visit back. */
export type HandBack = { readonly device: string; readonly answers: readonly Answer[] }

/** Where both sides meet. The device sends JSON to these; a form that arrives there as a form was not caught by it. */
export const packPath = (visit: string): string => `/visits/${visit}/pack`
export const handBackPath = (visit: string): string => `/visits/${visit}/hand-back`
