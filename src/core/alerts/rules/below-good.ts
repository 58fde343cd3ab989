import { hourOf } from '../../kit/days.ts'
import { dayInWords, listed } from '../../kit/words.ts'
import type { AlertsDocument } from '../../policy/documents/alerts.ts'
import { gradeNamed } from '../../policy/grades.ts'
import type { Policy, Scheme } from '../../policy/policy.ts'
import { engagementOf, engagements } from '../engagement.ts'
import type { Found, ServiceRule } from '../rule.ts'
import type { WatchedGrading, WatchedService } from '../watched.ts'

type Expected = AlertsDocument['expected'][number]

const isBelow = ({ grades }: Scheme, grade: string | null, least: string): boolean =>
  grade !== null && grades.indexOf(grade) < grades.indexOf(least)

/** Returns in what a grading falls short of what is expected, in words; null where it does not. */
const shortfall = (scheme: Scheme, grading: WatchedGrading, expected: Expected): string | null => {
  const grade = gradeNamed(scheme, grading.grade)
  if (isBelow(scheme, grade, expected.atLeast)) return `${scheme.name} is ${grade}, below ${expected.atLeast}`
  const { noPartAt } = expected
  const parts = grading.parts.filter((part) => gradeNamed(scheme, part.grade) === noPartAt)
  return noPartAt === undefined || parts.length === 0
    ? null
    : `${scheme.name} has ${listed(parts.map(({ name }) => name))} at ${noPartAt}`
}

const foundIn = (
  service: WatchedService,
  policy: Policy,
  alerts: AlertsDocument,
  expected: Expected,
): readonly Found[] => {
  const scheme = policy.rating.schemes.find(({ id }) => id === expected.scheme)
  const grading = service.gradings.find((each) => each.scheme === expected.scheme)
  if (scheme === undefined || grading === undefined || alerts.engagement === undefined) return []
  const short = shortfall(scheme, grading, expected)
  if (short === null || engagementOf(service, grading.published, alerts.engagement) !== null) return []
  const { counts } = alerts.engagement
  return [
    {
      cause: `${scheme.id}:${grading.published}:${grading.grade}`,
      since: hourOf(grading.published, 0),
      says: `${short} since ${dayInWords(grading.published)}, and nothing is under way.`,
      because: [
        { name: 'Rating', says: `${short}, published on ${dayInWords(grading.published)}` },
        {
          name: 'Expected',
          says: `${expected.atLeast} or better${expected.noPartAt === undefined ? '' : `, and no part at ${expected.noPartAt}`}`,
        },
        {
          name: 'What would count as engagement',
          says: listed(
            counts.map((kind) => engagements[kind]),
            'or',
          ),
        },
        { name: 'Found', says: 'None of these' },
      ],
      opens: `/services/${service.id}/plan`,
    },
  ]
}

/** A rating below what every service is expected to have, and nobody is engaged with the service about it. */
export const belowGood: ServiceRule = {
  id: 'below-good-without-engagement',
  name: 'Below Good, and nothing under way',
  source: 'W1.2, W1.7, B1.5',
  urgency: 'soon',
  about: 'service',
  goesTo: 'contract-lead',
  also: [
    'quality-improvement-manager',
    'operational-lead',
    'quality-assessor',
    'commissioner',
    'director',
    'administrator',
  ],
  permission: 'ratings.see',
  needs: [],
  button: 'Open the plan',
  clears: 'There is engagement now, or the rating is no longer below what is expected.',
  asksNote: true,
  find: (service, { policy, alerts }) =>
    alerts.expected.flatMap((expected) => foundIn(service, policy, alerts, expected)),
}
