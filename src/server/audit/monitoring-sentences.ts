/** What is said of the monitoring plan: one table. */
import { counted, listed } from '../../core/kit/words.ts'
import type { EventKind } from '../platform/events/event.ts'
import { type Entry, onDay } from './sentence.ts'

type Monitored = Extract<
  EventKind,
  `activity.${string}` | `monitoring.${string}` | `contact.${string}` | `calendar.${string}`
>

const calendars: Readonly<Record<string, string>> = { person: 'Of one person.', team: 'Of the whole team.' }

export const monitoringSentences: { readonly [Kind in Monitored]: Entry<Kind> } = {
  'activity.planned': {
    name: 'Monitoring plan worked out',
    says: ({ added, moved, removed }) =>
      added.length + moved.length + removed.length === 0
        ? 'The reasons changed, and no date did.'
        : `${added.length} added, ${moved.length} moved, ${removed.length} taken out.`,
  },
  'activity.changed': {
    name: 'Activity changed',
    says: ({ what, fields }) => `It was ${what}.${fields.length === 0 ? '' : ` Changed: ${listed(fields)}.`}`,
  },
  'activity.taken-in': {
    name: 'Activities of before taken in',
    says: ({ activities }) =>
      `${counted(activities.length, 'activity', 'activities')} that were held before.`,
  },
  'activity.assigned': {
    name: 'Activities assigned',
    says: ({ activities, person }) =>
      `${counted(activities.length, 'activity', 'activities')} ${person === null ? 'left to the contract lead' : 'given to somebody'}.`,
  },
  'activity.file-added': { name: 'File added to an activity', says: ({ name }) => `${name}.` },
  'activity.action-added': { name: 'Action agreed', says: ({ due }) => `It is due on ${onDay(due)}.` },
  'activity.action-done': { name: 'Action done', says: ({ on }) => `On ${onDay(on)}.` },
  'monitoring.said': {
    name: 'What the contract says of monitoring',
    says: ({ said }) => `For ${counted(said.length, 'activity', 'activities')}.`,
  },
  'contact.recorded': {
    name: 'Contact recorded',
    says: ({ kind, on, followUp }) =>
      `A ${kind} of ${onDay(on)}.${followUp === null ? '' : ` To follow up by ${onDay(followUp)}.`}`,
  },
  'contact.followed-up': { name: 'Contact followed up', says: ({ on }) => `On ${onDay(on)}.` },
  'calendar.made': { name: 'Calendar address made', says: ({ covers }) => calendars[covers] ?? null },
  'calendar.ended': { name: 'Calendar address ended', says: ({ covers }) => calendars[covers] ?? null },
}
