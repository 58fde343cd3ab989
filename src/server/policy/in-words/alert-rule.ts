/** When a rule of alerts tells, and until when what it tells is to be dealt with. */

import { counted } from '../../../core/kit/words.ts'
import type { AlertsDocument } from '../../../core/policy/documents/alerts.ts'

type Rule = AlertsDocument['rules'][number]

const days = ({ days: number }: { readonly days: number }): string => counted(number, 'day', 'days')

/** Returns an entry's numbers in words, a sentence each, without full stops. */
export const ruleInWords = ({ after, ahead, within, due, overdue }: Rule): readonly string[] => [
  ...(after === undefined ? [] : [`Told once it has been so for ${days(after)}`]),
  ...(ahead === undefined ? [] : [`Told ${days(ahead)} before`]),
  ...(within === undefined ? [] : [`Looks back ${days(within)}`]),
  ...(due === undefined ? [] : [due.days === 0 ? 'Due on the same day' : `Due ${days(due)} after it began`]),
  ...(overdue === undefined
    ? []
    : [`Overdue ${counted(overdue.hours, 'hour', 'hours')} after it began, nights and weekends included`]),
]
