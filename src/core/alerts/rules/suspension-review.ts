import { type Day, endOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import { isInForce } from '../../suspensions/suspension.ts'
import type { Found, Given, ServiceRule } from '../rule.ts'
import type { WatchedSuspension } from '../watched.ts'

/** Until when a suspension is to be reviewed; null where it does not hold, or somebody said already when it ends. */
const reviewOf = (suspension: WatchedSuspension, today: Day): Day | null =>
  suspension.liftedOn === null && isInForce(suspension, today) ? suspension.reviewOn : null

const foundIn = (suspension: WatchedSuspension, service: string, given: Given): readonly Found[] => {
  const { policy, settings, watching } = given
  const due = reviewOf(suspension, watching.today)
  const ahead = settings.ahead?.days ?? 0
  if (due === null || due > plusDays(watching.today, ahead)) return []
  const kind = policy.documents.suspensions?.kinds.find(({ id }) => id === suspension.kind)
  return [
    {
      // Reviewed and continued, it has another day: that is another cause.
      cause: `${suspension.id}:${due}`,
      since: endOf(plusDays(due, -ahead - 1)),
      says: `New placements are suspended since ${dayInWords(suspension.starts)}. The review ${due < watching.today ? 'was' : 'is'} due on ${dayInWords(due)}.`,
      because: [
        { name: 'Suspended', says: kind?.name ?? suspension.kind },
        { name: 'In force since', says: dayInWords(suspension.starts) },
        { name: 'Review due', says: dayInWords(due) },
      ],
      due,
      opens: `/services/${service}/suspensions#${suspension.id}`,
    },
  ]
}

/** A suspension of new placements is in force, and the day of its review comes or is over. */
export const suspensionReview: ServiceRule = {
  id: 'suspension-to-review',
  name: 'Suspension to review',
  source: 'W4.6, W4.9',
  urgency: 'soon',
  about: 'service',
  goesTo: 'contract-lead',
  also: ['operational-lead', 'quality-improvement-manager', 'commissioner', 'administrator'],
  permission: 'suspensions.see',
  needs: ['ahead'],
  button: 'Open the suspension',
  clears: 'It was lifted, or reviewed and given another day.',
  asksNote: false,
  find: ({ id, suspensions }, given) => suspensions.flatMap((each) => foundIn(each, id, given)),
}
