import { type Day, endOf, plusDays } from '../../kit/days.ts'
import { counted, dayInWords } from '../../kit/words.ts'
import { rolesThatMay } from '../../people/roles.ts'
import type { CouncilRule, Found, Given } from '../rule.ts'
import type { WatchedPublication } from '../watched.ts'

/** Nobody has ever gone through the list. It began when that was first seen, and has no date of its own. */
const neverReviewed = ({ watching }: Given): Omit<Found, 'because'> => ({
  cause: 'never',
  since: watching.now,
  says: 'Nobody has reviewed the public list of services yet.',
})

const reviewDue = (due: Day, { settings, watching }: Given): Omit<Found, 'because'> | null => {
  const ahead = settings.ahead?.days ?? 0
  if (due > plusDays(watching.today, ahead)) return null
  return {
    cause: due,
    since: endOf(plusDays(due, -ahead - 1)),
    says: `The review of the public list of services ${due < watching.today ? 'was' : 'is'} due on ${dayInWords(due)}.`,
    due,
  }
}

const because = ({ lastReviewed }: WatchedPublication, everyMonths: number): Found['because'] => [
  { name: 'Last reviewed', says: lastReviewed === null ? 'Never' : dayInWords(lastReviewed) },
  { name: 'By the policy', says: `Every ${counted(everyMonths, 'month', 'months')}` },
]

/** The list of services that the council publishes is to be gone through by a person, soon or since long. */
export const registerReview: CouncilRule = {
  id: 'public-list-to-review',
  name: 'Public list to review',
  source: 'W1.3, W1.7',
  urgency: 'watch',
  about: 'council',
  goesTo: rolesThatMay('publication.review'),
  also: [],
  permission: 'publication.review',
  needs: ['ahead'],
  button: 'Review the list',
  clears: 'The list was reviewed, or it is no longer published.',
  asksNote: false,
  find: ({ publication }, given) => {
    const said = given.policy.documents.publication
    if (said === undefined || !said.register.publish) return []
    const { due } = publication
    const found = due === null ? neverReviewed(given) : reviewDue(due, given)
    if (found === null) return []
    const { everyMonths } = said.review
    return [{ ...found, because: because(publication, everyMonths), opens: '/publication' }]
  },
}
