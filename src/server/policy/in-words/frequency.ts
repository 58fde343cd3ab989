/** How often something is done. */
import { counted, listed } from '../../../core/kit/words.ts'
import { isRole, roles } from '../../../core/people/roles.ts'
import type { MonitoringDocument } from '../../../core/policy/documents/monitoring.ts'
import type { Policy } from '../../../core/policy/policy.ts'

type Activity = MonitoringDocument['activities'][number]
type Frequency = Activity['byBand'][string]
type Span = NonNullable<Frequency['every']>

const roleName = (id: string): string => (isRole(id) ? roles[id].name.toLowerCase() : id)

const span = (given: Span): string =>
  'months' in given ? counted(given.months, 'month', 'months') : counted(given.days, 'day', 'days')

const every = (given: Span): string => `every ${span(given).replace(/^1 /, '')}`

const timeOf = ({ every: again, within, when }: Frequency): string => {
  if (again !== undefined) return every(again)
  if (within !== undefined) return `within ${span(within)}`
  return when === 'contract' ? 'as the contract says' : 'when it is needed'
}

/** Returns how often an activity is due, and in which of its forms: `on site or by telephone, every 3 months`. */
export const frequencyInWords = (frequency: Frequency, forms: Activity['forms']): string => {
  const { oneOf = [] } = frequency
  const time = timeOf(frequency)
  const names = oneOf.map((id) => forms.find((form) => form.id === id)?.name.toLowerCase() ?? id)
  return names.length === 0 ? time : `${listed(names, 'or')}, ${time}`
}

/** Returns how often a meeting is held, and with whom. */
export const meetingInWords = (
  { every: again, attends }: MonitoringDocument['meetings'][number],
  { pack }: Policy['documents'],
): string => {
  const nameOf = (id: string): string => pack.roles.find((role) => role.id === id)?.name ?? id
  return `${again === undefined ? 'When it is needed' : `Held ${every(again)}`}, with: ${listed(attends.map(nameOf))}`
}

const partsInWords = {
  decides: 'Decides the ratings',
  'decides-at-any-time': 'Decides ratings at any time',
  confirms: 'Confirms the ratings that were decided since the last one',
} as const

type Ratings = NonNullable<MonitoringDocument['meetings'][number]['ratings']>

/** Returns what a meeting does to ratings, and who must agree: *Decides the ratings. These must agree: ...* */
export const ratingsInWords = ({ part, agreedBy = [] }: Ratings): string => {
  const names = agreedBy.map(roleName)
  if (names.length === 0) return `${partsInWords[part]}.`
  if (names.length === 1) return `${partsInWords[part]}, by the ${names[0]}.`
  return `${partsInWords[part]}. These must agree, each another person: ${listed(names)}.`
}

/** Returns which people of Plumbline a team has: *Contracts team: contract lead*. */
export const teamInWords = (
  { team, roles: held }: NonNullable<MonitoringDocument['sharedWith']>[number],
  { pack }: Policy['documents'],
): string => `${pack.roles.find(({ id }) => id === team)?.name ?? team}: ${listed(held.map(roleName))}`
