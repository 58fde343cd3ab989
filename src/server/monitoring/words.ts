import { type Day, daysBetween } from '../../core/kit/days.ts'
import { counted, dayInWords } from '../../core/kit/words.ts'
import { type Html, html } from '../../ui/html.ts'
import { type StatusColour, statusTag } from '../../ui/status-tag.ts'
import type { ActivityState } from './queries/activity-told.ts'

/** What an activity's state is called. */
export const stateNames: Readonly<Record<ActivityState, string>> = {
  due: 'To arrange',
  arranged: 'Arranged',
  held: 'Held',
  cancelled: 'Cancelled',
}

const colours: Readonly<Record<ActivityState, StatusColour>> = {
  due: 'amber',
  arranged: 'blue',
  held: 'grey',
  cancelled: 'grey',
}

/** What the provider gives is not arranged and held, but awaited and received. */
const namesForProvider: Readonly<Partial<Record<ActivityState, string>>> = {
  due: 'Awaited',
  held: 'Received',
}

/** Returns an activity's state in a word. */
export const stateInWords = (state: ActivityState, byProvider: boolean): string =>
  (byProvider ? namesForProvider[state] : undefined) ?? stateNames[state]

/** An activity's state as a tag. No green: that is a rating. */
export const stateTag = (state: ActivityState, byProvider: boolean): Html =>
  statusTag({ text: stateInWords(state, byProvider), colour: colours[state] })

/** Who carries an activity out. */
export const whoInWords = (by: { readonly byProvider: boolean; readonly person: string | null }): string =>
  by.byProvider ? 'The provider' : (by.person ?? 'The contract lead')

/** How far off a day is: *3 days overdue*, *due today*, *in 12 days*. */
export const awayInWords = (day: Day, today: Day): string => {
  const days = daysBetween(today, day)
  if (days === 0) return 'due today'
  return days < 0 ? `${counted(-days, 'day', 'days')} overdue` : `in ${counted(days, 'day', 'days')}`
}

/** A due date with how far off it is; one that has passed stands out by a tag with its words. */
export const dueInWords = (due: Day | null, today: Day): Html =>
  due === null
    ? html`No date by the policy`
    : html`${dayInWords(due)}<br>${
        due < today
          ? statusTag({ text: awayInWords(due, today), colour: 'red' })
          : html`<span class="govuk-hint govuk-!-margin-0">${awayInWords(due, today)}</span>`
      }`

/** A day and a time: *24 November 2026, 14:30*. */
export const dayAndTime = (day: Day | null, time: string | null): string =>
  day === null ? '' : `${dayInWords(day)}${time === null ? '' : `, ${time}`}`
