import { type Day, endOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import type { CouncilRule } from '../rule.ts'

/** The policy in force was to be reviewed by now. */
export const policyReview: CouncilRule = {
  id: 'policy-review-overdue',
  name: 'Review of the policy',
  source: 'W1.6',
  urgency: 'watch',
  about: 'council',
  goesTo: ['quality-improvement-manager', 'operational-lead'],
  also: ['commissioner', 'director', 'administrator'],
  permission: 'policy.see',
  needs: ['ahead'],
  button: 'Open the policy',
  clears: 'Another version of the policy is in force, or its review is due later.',
  asksNote: false,
  find: (_, { policy, settings, watching }) => {
    const { id, version, name, review } = policy.documents.pack
    const due = review.day as Day
    const ahead = settings.ahead?.days ?? 0
    if (due > plusDays(watching.today, ahead)) return []
    return [
      {
        cause: `${id}:${version}`,
        since: endOf(plusDays(due, -ahead - 1)),
        says: `The review of the policy ${due < watching.today ? 'was' : 'is'} due in ${review.due}.`,
        because: [
          { name: 'Policy', says: `${name}, version ${version}` },
          { name: 'Review due', says: `${review.due}, by ${dayInWords(due)} at the latest` },
        ],
        due,
        opens: '/policy#about',
      },
    ]
  },
}
