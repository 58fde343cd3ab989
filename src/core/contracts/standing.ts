import type { Day } from '../kit/days.ts'

/** How a contract stopped, if it did. `on` is its last day, which may still be to come. */
export type Stopped = { readonly how: 'ended' | 'terminated'; readonly on: Day }

/** What decides where a contract stands on a day. */
export type Lifetime = { readonly starts: Day; readonly ends: Day | null; readonly stopped: Stopped | null }

/** Where a contract stands, in words. */
export const standings = {
  'to-come': 'Not started',
  running: 'Running',
  'past-end': 'Past its end date',
  stopping: 'Stopping',
  ended: 'Ended',
  terminated: 'Terminated',
} as const satisfies Readonly<Record<string, string>>

export type Standing = keyof typeof standings

/**
 * Returns where a contract stands on a day. One whose agreed end has passed goes on until somebody ends it: people
 * still live there, and a date that was forgotten must not stop the monitoring of them.
 */
export const standingOn = ({ starts, ends, stopped }: Lifetime, on: Day): Standing => {
  if (stopped !== null && stopped.on < on) return stopped.how
  if (starts > on) return 'to-come'
  if (stopped !== null) return 'stopping'
  return ends !== null && ends < on ? 'past-end' : 'running'
}

/** Whether the council buys the service under the contract on a day. */
export const isInForce = (contract: Lifetime, on: Day): boolean =>
  ['running', 'past-end', 'stopping'].includes(standingOn(contract, on))
