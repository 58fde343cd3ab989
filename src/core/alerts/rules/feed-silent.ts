import { dayOf, endOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import type { CouncilRule } from '../rule.ts'

/** Of a kind that is collected, and of which there was something, nothing has arrived for long. */
export const feedSilent: CouncilRule = {
  id: 'feed-silent',
  name: 'A feed has fallen silent',
  source: 'W3.19, WA2',
  urgency: 'watch',
  about: 'council',
  goesTo: ['administrator'],
  also: ['quality-improvement-manager', 'operational-lead'],
  permission: 'intelligence.see',
  needs: ['after'],
  button: 'See the services',
  clears: 'Something of the kind arrived again, or it is no longer collected.',
  asksNote: false,
  find: ({ feeds }, { settings, watching }) =>
    feeds.flatMap(({ kind, name, from, lastArrived }) => {
      if (lastArrived === null) return []
      const silentFrom = plusDays(dayOf(lastArrived), settings.after?.days ?? 0)
      if (silentFrom >= watching.today) return []
      return [
        {
          cause: `${kind}:${dayOf(lastArrived)}`,
          since: endOf(silentFrom),
          says: `${name}: nothing has arrived since ${dayInWords(dayOf(lastArrived))}.`,
          because: [
            { name: 'Kind', says: name },
            { name: 'Collected since', says: dayInWords(from) },
            { name: 'Last arrived', says: dayInWords(dayOf(lastArrived)) },
          ],
          opens: '/services',
        },
      ]
    }),
}
