import { hourOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import type { ServiceRule } from '../rule.ts'

/** CQC published another grade than before. */
export const ratingChanged: ServiceRule = {
  id: 'cqc-rating-changed',
  name: 'CQC rating changed',
  source: 'W1.2, X6',
  urgency: 'soon',
  about: 'service',
  goesTo: 'contract-lead',
  also: [
    'quality-improvement-manager',
    'operational-lead',
    'quality-assessor',
    'commissioner',
    'administrator',
  ],
  permission: 'ratings.see',
  needs: ['within'],
  button: 'Open the service',
  clears: 'The change is no longer new, or CQC published another rating since.',
  asksNote: false,
  find: ({ id, gradings }, { settings, watching }) =>
    gradings.flatMap(({ scheme, grade, published, before }) => {
      if (scheme !== 'cqc' || before === null || before.grade === grade) return []
      if (plusDays(published, settings.within?.days ?? 0) < watching.today) return []
      return [
        {
          cause: `${published}:${grade}`,
          since: hourOf(published, 0),
          says: `CQC: now ${grade}, was ${before.grade}.`,
          because: [
            { name: 'Now', says: `${grade}, published on ${dayInWords(published)}` },
            { name: 'Before', says: `${before.grade}, published on ${dayInWords(before.published)}` },
          ],
          opens: `/services/${id}`,
        },
      ]
    }),
}
