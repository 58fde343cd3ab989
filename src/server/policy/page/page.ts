import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { about } from './about.ts'
import { alertsInWords } from './alerts.ts'
import { assumptionsBox } from './assumptions.ts'
import { conductInWords } from './conduct.ts'
import { criteriaInWords } from './criteria.ts'
import { workedExamples } from './examples.ts'
import { history, type KnownVersion } from './history.ts'
import { intelligenceInWords } from './intelligence.ts'
import { judgementsInWords } from './judgements.ts'
import { marksOf } from './marks.ts'
import { meetings, monitoringTable } from './monitoring.ts'
import { confidenceInWords, overallInWords, shownOnly } from './overall.ts'
import { contacts, roles, serviceTypes } from './people.ts'
import { providerTypes } from './provider-types.ts'
import { publicationInWords } from './publication.ts'
import { ratingTable } from './rating-table.ts'
import { retentionInWords } from './retention.ts'
import { contents, type Section, section } from './section.ts'
import { suspensionsInWords } from './suspensions.ts'
import { grades, times } from './times-and-grades.ts'

export type PolicyPage = {
  readonly shown: KnownVersion
  /** In the order in which they came into force. */
  readonly known: readonly KnownVersion[]
  readonly today: Day
  /** The hash of the version that is in force today; null where none is. */
  readonly current: string | null
  /** The day that was asked for, if one was. */
  readonly on: Day | null
}

const sectionsOf = ({ shown, known, today }: PolicyPage): readonly Section[] => {
  const { policy } = shown.stored
  const { documents } = policy
  const { pack, rating } = documents
  const marks = marksOf(documents)
  const judgements = judgementsInWords(documents, marks)
  const retention = retentionInWords(documents, marks)
  const intelligence = intelligenceInWords(documents, marks)
  const suspensions = suspensionsInWords(documents, marks)
  const publication = publicationInWords(documents, marks)
  const alerts = alertsInWords(documents, marks)
  const { providerTypes: types, activities, extraVisits } = documents.monitoring
  const says =
    extraVisits !== undefined || activities.some(({ conduct, contractMaySay }) => conduct ?? contractMaySay)
  return [
    { id: 'about', title: 'About this policy', content: about(pack, policy.reference.sha256, today, marks) },
    { id: 'tolerances', title: 'Triggers and tolerances', content: ratingTable(policy, marks) },
    { id: 'rows', title: 'How each row is worked out', content: criteriaInWords(documents, marks) },
    { id: 'times', title: 'Times that are looked at', content: times(rating, marks) },
    { id: 'grades', title: 'Grades by others', content: grades(rating, marks) },
    {
      id: 'overall',
      title: rating.overall.name ?? 'The overall rating',
      content: overallInWords(policy, marks),
    },
    { id: 'confidence', title: 'How sure a figure is', content: confidenceInWords(rating, marks) },
    { id: 'shown', title: 'Shown, not scored', content: shownOnly(rating, marks) },
    { id: 'monitoring', title: 'Monitoring by rating', content: monitoringTable(documents, marks) },
    ...(types === undefined
      ? []
      : [
          {
            id: 'provider-types',
            title: 'Monitoring by type of provider',
            content: providerTypes(documents, marks),
          },
        ]),
    ...(says
      ? [
          {
            id: 'conduct',
            title: 'How activities are carried out',
            content: conductInWords(documents, marks),
          },
        ]
      : []),
    ...(judgements === null
      ? []
      : [{ id: 'judgements', title: 'Ratings that people give', content: judgements }]),
    { id: 'meetings', title: 'Meetings', content: meetings(documents, marks) },
    ...(intelligence === null ? [] : [{ id: 'intelligence', title: 'Intelligence', content: intelligence }]),
    ...(suspensions === null
      ? []
      : [{ id: 'suspensions', title: 'Suspension of new placements', content: suspensions }]),
    ...(publication === null
      ? []
      : [{ id: 'publication', title: 'The public register', content: publication }]),
    ...(alerts === null ? [] : [{ id: 'alerts', title: 'Alerts', content: alerts }]),
    ...(retention === null
      ? []
      : [{ id: 'retention', title: 'How long records are kept', content: retention }]),
    { id: 'assumptions', title: 'Assumptions', content: assumptionsBox(pack, marks) },
    { id: 'examples', title: 'Worked examples', content: workedExamples(shown.stored) },
    { id: 'contacts', title: 'Contacts', content: contacts(pack, marks) },
    { id: 'types', title: 'Types of service', content: serviceTypes(pack, marks) },
    { id: 'roles', title: 'Roles', content: roles(pack, marks) },
    { id: 'history', title: 'Versions', content: history(known, today) },
  ]
}

const whichVersion = ({ shown, current, on, today }: PolicyPage): Html | false => {
  if (shown.version.sha256 === current) return false
  const lead =
    on !== null
      ? `This is the version of ${dayInWords(on)}.`
      : shown.version.inForceFrom > today
        ? `This version comes into force on ${dayInWords(shown.version.inForceFrom)}.`
        : 'This version is not the one in force today.'
  return insetText({
    html: html`${lead} ${current !== null && html`<a class="govuk-link" href="/policy">See the version of today</a>.`}`,
  })
}

/** The council's policy as a person would write it, from its stored pack: every value with where it comes from. */
export const policyPage = (given: PolicyPage): Html => {
  const { pack } = given.shown.stored.policy.documents
  const sections = sectionsOf(given)
  return html`${pageHeading({ text: pack.name, caption: `Policy of ${pack.council}, version ${pack.version}` })}
${whichVersion(given)}
${contents(sections)}
${sections.map(section)}`
}
