import { type Day, hourOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import type { ServiceRule } from '../rule.ts'
import type { WatchedActivity } from '../watched.ts'

const isOpen = ({ state }: WatchedActivity): boolean => state === 'due' || state === 'arranged'

const saysOf = ({ name, state, due, arrangedFor }: WatchedActivity, day: Day): string =>
  state === 'arranged' && arrangedFor !== null
    ? `${name}: arranged for ${dayInWords(arrangedFor)}${due === null || due === arrangedFor ? '' : `, due ${dayInWords(due)}`}.`
    : `${name}: due ${dayInWords(day)}, and not arranged.`

/** A meeting, assessment, statement or other activity of the plan is due soon, or was. */
export const activityDue: ServiceRule = {
  id: 'activity-due',
  name: 'Activity due',
  source: 'W3.6, B2.10',
  urgency: 'soon',
  about: 'service',
  goesTo: 'contract-lead',
  also: ['quality-assessor', 'quality-improvement-manager', 'operational-lead', 'administrator'],
  permission: 'services.see',
  needs: ['ahead'],
  button: 'Open the activity',
  clears: 'It was held or cancelled, or it is due later.',
  asksNote: false,
  find: ({ activities }, { settings, watching }) =>
    activities.filter(isOpen).flatMap((activity) => {
      const due = activity.due ?? activity.arrangedFor
      if (due === null || due > plusDays(watching.today, settings.ahead?.days ?? 0)) return []
      return [
        {
          cause: activity.id,
          since: hourOf(plusDays(due, -(settings.ahead?.days ?? 0)), 0),
          says: saysOf(activity, due),
          because: [
            { name: 'Activity', says: activity.name },
            { name: 'Due', says: dayInWords(due) },
            {
              name: 'Arranged for',
              says: activity.arrangedFor === null ? 'Not arranged' : dayInWords(activity.arrangedFor),
            },
          ],
          due,
          ...(activity.person === null ? {} : { person: activity.person }),
          opens: `/activities/${activity.id}`,
        },
      ]
    }),
}
