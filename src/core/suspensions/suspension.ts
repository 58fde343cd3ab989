import type { Day } from '../kit/days.ts'

/** What a suspension of new placements says. Kind and reason are ids of the policy; `clause` is the paragraph it rests on. */
export type Suspension = {
  readonly kind: string
  readonly reason: string
  readonly starts: Day
  readonly reviewOn: Day | null
  readonly clause: string | null
  /** What must be so before it is lifted. */
  readonly conditions: string | null
  readonly contract: string | null
}

/** How a suspension ended: the first day on which placements can be made again, and why. */
export type Lift = { readonly on: Day; readonly reason: string; readonly note: string | null }

/** From when a suspension holds, and when it was lifted, if it was. */
export type Span = { readonly starts: Day; readonly liftedOn: Day | null }

/** Where a suspension stands, in words. */
export const standings = {
  'to-come': 'Decided, not begun',
  'in-force': 'In force',
  lifted: 'Lifted',
} as const satisfies Readonly<Record<string, string>>

export type Standing = keyof typeof standings

/** Returns where a suspension stands on a day. On the day on which it is lifted it holds no more. */
export const standingOn = ({ starts, liftedOn }: Span, on: Day): Standing => {
  if (liftedOn !== null && liftedOn <= on) return 'lifted'
  return starts > on ? 'to-come' : 'in-force'
}

/** Whether a suspension holds on a day. */
export const isInForce = (suspension: Span, on: Day): boolean => standingOn(suspension, on) === 'in-force'
