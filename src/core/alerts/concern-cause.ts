import type { Day, Instant } from '../kit/days.ts'
import { dayInWords } from '../kit/words.ts'
import type { Cause } from './rule.ts'

/** A concern that somebody recorded, as far as an alert needs it. */
export type RecordedConcern = {
  readonly id: string
  readonly service: string
  /** Null for one that somebody without an account sent: it is read on its own page first. */
  readonly occurred: Day | null
  readonly immediateRisk: boolean
  readonly recordedAt: Instant
  /** Where it is dealt with, if not on the page of its service. */
  readonly opens?: string
}

/** Returns the cause that a recorded concern is. Whoever says that a person is at risk now starts the clock (W2.6). */
export const causeOfConcern = ({
  id,
  service,
  occurred,
  immediateRisk,
  recordedAt,
  opens = `/services/${service}`,
}: RecordedConcern): Cause => ({
  rule: immediateRisk ? 'immediate-concern' : 'new-concern',
  service,
  cause: id,
  since: recordedAt,
  says: immediateRisk
    ? 'Someone may be at risk now. Respond today.'
    : 'A new care concern. Tell the person who raised it what happens next.',
  because: [
    {
      name: 'What happened',
      says:
        occurred === null ? 'A concern, sent without an account' : `Care concern of ${dayInWords(occurred)}`,
    },
    {
      name: 'At risk now',
      says: immediateRisk ? 'Yes, said whoever recorded it' : 'No, said whoever recorded it',
    },
  ],
  opens,
})
