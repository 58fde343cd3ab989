import type { Day, Instant } from '../kit/days.ts'
import { dayInWords } from '../kit/words.ts'
import type { Cause } from './rule.ts'

/** A concern that somebody recorded, as far as an alert needs it. */
export type RecordedConcern = {
  readonly id: string
  readonly service: string
  readonly occurred: Day
  readonly immediateRisk: boolean
  readonly recordedAt: Instant
}

/** Returns the cause that a recorded concern is. Whoever says that a person is at risk now starts the clock (W2.6). */
export const causeOfConcern = ({
  id,
  service,
  occurred,
  immediateRisk,
  recordedAt,
}: RecordedConcern): Cause => ({
  rule: immediateRisk ? 'immediate-concern' : 'new-concern',
  service,
  cause: id,
  since: recordedAt,
  says: immediateRisk
    ? 'Someone may be at risk now. Respond today.'
    : 'A new care concern. Tell the person who raised it what happens next.',
  because: [
    { name: 'What happened', says: `Care concern of ${dayInWords(occurred)}` },
    {
      name: 'At risk now',
      says: immediateRisk ? 'Yes, said whoever recorded it' : 'No, said whoever recorded it',
    },
  ],
  opens: `/services/${service}`,
})
