import type { ListedActivity } from './queries/list-plan.ts'
import { stateInWords } from './words.ts'

const heads = [
  'Activity',
  'Service',
  'State',
  'Due',
  'Arranged for',
  'Time',
  'Held on',
  'Who',
  'Contract lead',
]

/** Returns what the plan of the team shows as rows of a file, the headings first. Days are ISO, for sorting. */
export const listRows = (activities: readonly ListedActivity[]): readonly (readonly string[])[] => [
  heads,
  ...activities.map((row) => [
    row.name,
    row.service,
    stateInWords(row.state, row.byProvider),
    row.due ?? '',
    row.arrangedFor ?? '',
    row.atTime ?? '',
    row.heldOn ?? '',
    row.byProvider ? 'The provider' : (row.person ?? ''),
    row.lead ?? '',
  ]),
]
