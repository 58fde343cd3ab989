/** The activities of a pack in lines: what is done, for whom, how often and how. */
import { listed } from '../../core/kit/words.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { conditionInWords } from '../../server/policy/in-words/condition.ts'
import {
  frequencyInWords,
  meetingInWords,
  ratingsInWords,
  teamInWords,
} from '../../server/policy/in-words/frequency.ts'
import { type Lined, sectionOf, withMeaning } from './lines.ts'

type Documents = Policy['documents']
type Activity = Documents['monitoring']['activities'][number]

const howOften = ({ byBand, forms }: Activity, { rating }: Documents, lined: Lined): readonly string[] =>
  rating.bands.map((band) => {
    const cell = byBand[band.id]
    if (cell === undefined) return `${band.name}: none`
    return lined(`${band.name}: ${withMeaning(cell.text, frequencyInWords(cell, forms))}`, cell)
  })

const conduct = ({ conduct: how }: Activity, { pack }: Documents, lined: Lined): readonly string[] => {
  if (how === undefined) return []
  const nameOf = (id: string): string => pack.roles.find((role) => role.id === id)?.name ?? id
  const only = (each: { readonly only?: string | undefined }) =>
    each.only === undefined ? '' : `, ${each.only}`
  return [
    ...how.attends.map((each) => lined(`Attends: ${nameOf(each.role)}${only(each)}`, each)),
    ...how.mayAttend.map((each) => lined(`May attend: ${nameOf(each.role)}`, each)),
    ...how.places.map((each) => lined(`Where: ${each.name}`, each)),
    ...how.agenda.map((each) => lined(`What about: ${each.name}`, each)),
    ...how.checks.map((each) => lined(`Besides: ${each.name}: ${each.does}`, each)),
    ...(how.record === undefined
      ? []
      : [
          lined(
            `Record: ${how.record.holds} Within ${how.record.within.workingDays} working days`,
            how.record,
          ),
        ]),
  ]
}

const whom = ({ contracts, providerTypes }: Activity, { monitoring }: Documents): string => {
  const types = monitoring.providerTypes?.filter(({ id }) => providerTypes?.includes(id) ?? false) ?? []
  const all = types.length === 0 ? 'All contracts' : `Contracts of ${listed(types.map(({ name }) => name))}`
  return contracts === 'flagged' ? `${all}, only those that ask for it` : all
}

const activityLines = (activity: Activity, documents: Documents, lined: Lined): readonly string[] => [
  lined(activity.name, activity),
  ...[
    ...howOften(activity, documents, lined),
    ...activity.forms.map((form) => lined(`Form: ${form.name}`, form)),
    ...(activity.purpose === undefined ? [] : [`What for: ${activity.purpose}`]),
    `For whom: ${whom(activity, documents)}`,
    ...(activity.by === undefined ? [] : [lined('Given by the provider', activity.by)]),
    ...(activity.contractMaySay === undefined
      ? []
      : [lined(`The contract goes first: ${activity.contractMaySay.text}`, activity.contractMaySay)]),
    ...conduct(activity, documents, lined),
  ].map((line) => `  ${line}`),
]

/** Returns everything that `monitoring.yaml` says, in short. */
export const monitoringLines = (documents: Documents, lined: Lined): readonly string[] => {
  const { activities, meetings, sharedWith = [], clock, choice, extraVisits } = documents.monitoring
  const { beforeDecision, neverHeld, nonWorkingDays } = documents.monitoring
  return [
    ...sectionOf('Monitoring', [
      ...activities.flatMap((each) => activityLines(each, documents, lined)),
      lined(`From when time runs: ${clock.text} (${clock.from})`, clock),
      ...(beforeDecision === undefined
        ? []
        : [lined(`Before anyone has decided: as ${beforeDecision.asBand}`, beforeDecision)]),
      ...(neverHeld === undefined ? [] : [lined(`Where nothing was held yet: ${neverHeld.text}`, neverHeld)]),
      ...(nonWorkingDays === undefined
        ? []
        : [
            lined(
              `On a day off: ${nonWorkingDays.due === 'before' ? 'the last working day before' : 'the day stays'}`,
              nonWorkingDays,
            ),
          ]),
      ...(choice === undefined ? [] : [lined(`Who chooses: ${choice.text}`, choice)]),
      ...(extraVisits === undefined ? [] : [lined(`Additional visits: ${extraVisits.text}`, extraVisits)]),
    ]),
    ...sectionOf(
      'Types of provider: a contract is of the first that it fits',
      (documents.monitoring.providerTypes ?? []).flatMap((type) => [
        lined(type.name, type),
        ...type.whenAnyOf.map((each) => lined(`  ${conditionInWords(each, documents)}`, each)),
      ]),
    ),
    ...sectionOf(
      'Meetings',
      meetings.flatMap((each) => [
        lined(`${each.name}: ${each.does.replace(/\.$/, '')}. ${meetingInWords(each, documents)}`, each),
        ...(each.ratings === undefined ? [] : [lined(`  ${ratingsInWords(each.ratings)}`, each.ratings)]),
      ]),
    ),
    ...sectionOf(
      'What was decided is shared with',
      sharedWith.map((each) => lined(teamInWords(each, documents), each)),
    ),
  ]
}
