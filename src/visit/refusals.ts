import type { Packing } from './visit.ts'
import { clockTime, longDay } from './wording.ts'

/** Why something was not done, in plain English, and what to do next. Each keeps what was typed. */
export type Refusal = {
  readonly status: 403 | 404 | 409 | 422 | 500 | 502 | 503 | 507
  readonly says: string
  readonly next: string
}

/** Whether an outcome is a refusal. */
export const isRefusal = (outcome: object | null): outcome is Refusal => outcome !== null && 'says' in outcome

export const noSuchVisit: Refusal = {
  status: 404,
  says: 'There is no such visit, or you may not see it.',
  next: 'Open it from your work list.',
}

export const noSuchQuestion: Refusal = {
  status: 404,
  says: 'This visit has no such question.',
  next: 'Go back to the visit and choose a question from its list.',
}

export const heldElsewhere = ({ holder, packedAt }: Packing): Refusal => ({
  status: 409,
  says: `${holder} has had this visit on a device since ${clockTime(packedAt)} on ${longDay(packedAt)}, so it cannot be changed here.`,
  next: 'Hand it back on that device. Until then it can be read here.',
})

export const heldByAnother = (packing: Packing): Refusal => ({
  ...heldElsewhere(packing),
  next: 'Your answers stay on this device. Ask for the visit to be handed back there, then hand it back here.',
})

export const notThisDevice: Refusal = {
  status: 409,
  says: 'This browser did not send the visit from its own storage, so there is nothing to hand back here.',
  next: 'Open the visit in the browser, and on the device, with which it was packed, and hand it back there.',
}

export const packingNeedsWorker: Refusal = {
  status: 409,
  says: 'The visit was not packed: the part of Plumbline that works without signal is not running in this browser.',
  next: 'Turn on JavaScript, leave private browsing, go back and try again. Until then you can fill in the visit here, with signal.',
}

export const notUnderstood: Refusal = {
  status: 422,
  says: 'The server could not read what this device sent, so it changed nothing.',
  next: 'Reload the page with signal, so that the device gets the newest version of Plumbline, and try again.',
}
