import type { MonitoringDocument } from '../../../core/policy/documents/monitoring.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { bandOf } from '../../../core/policy/resolve-criterion.ts'
import { table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { frequencyInWords, meetingInWords, ratingsInWords, teamInWords } from '../in-words/frequency.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

type Activity = MonitoringDocument['activities'][number]
type Frequency = Activity['byBand'][string]

const inOtherWords = (cell: Frequency, forms: Activity['forms']): Html | false => {
  const words = frequencyInWords(cell, forms)
  return words !== cell.text.toLowerCase() && html`<span class="plumbline-basis">${words}</span>`
}

const activityCell = ({ name, contracts, forms, by }: Activity, marks: Marks): Content => html`${name}
${by !== undefined && html`<span class="plumbline-basis">from the provider, ${marks.of(by)}</span>`}
${contracts === 'flagged' && html`<span class="plumbline-basis">only for contracts that ask for it</span>`}
${forms.map((form) => html`<span class="plumbline-basis">Form: ${form.name.toLowerCase()}, ${marks.of(form)}</span>`)}`

const activities = ({ monitoring, rating }: Policy['documents'], marks: Marks): Html =>
  scrollRegion({
    label: 'Monitoring by rating',
    content: table({
      classes: 'plumbline-policy-table',
      firstCellIsHeader: true,
      head: [
        { text: 'Activity' },
        ...rating.bands.map(bandOf).map(({ name, colour }) => ({
          html: statusTag({ text: name, colour }),
        })),
      ],
      rows: monitoring.activities.map((activity) => [
        { html: html`${activityCell(activity, marks)} ${marks.of(activity)}` },
        ...rating.bands.map(({ id }) => {
          const cell = activity.byBand[id]
          return cell === undefined
            ? { text: '' }
            : {
                html: html`${cell.text}${inOtherWords(cell, activity.forms)} ${marks.of(cell)}`,
              }
        }),
      ]),
    }),
  })

/** From when the time runs, and what else moves a due date. */
const times = ({ monitoring, rating }: Policy['documents'], marks: Marks): readonly Html[] => {
  const { clock, choice, beforeDecision, neverHeld, nonWorkingDays } = monitoring
  const asBand = rating.bands.find(({ id }) => id === beforeDecision?.asBand)?.name
  return [
    html`${clock.text} ${marks.of(clock)}`,
    ...(beforeDecision === undefined
      ? []
      : [html`Before anyone has decided, a service is monitored as ${asBand}. ${marks.of(beforeDecision)}`]),
    ...(neverHeld === undefined ? [] : [html`${neverHeld.text} ${marks.of(neverHeld)}`]),
    ...(nonWorkingDays === undefined
      ? []
      : [
          html`${nonWorkingDays.due === 'before' ? 'What falls on a weekend or a bank holiday is due on the last working day before.' : 'A weekend or a bank holiday moves no due date.'} ${marks.of(nonWorkingDays)}`,
        ]),
    ...(choice === undefined ? [] : [html`${choice.text} ${marks.of(choice)}`]),
  ]
}

/** How often what is due, by the colour that was decided. */
export const monitoringTable = (documents: Policy['documents'], marks: Marks): Html =>
  html`${activities(documents, marks)}
${points(times(documents, marks))}`

/** Who meets, how often, and for what. */
export const meetings = (documents: Policy['documents'], marks: Marks): Html => {
  const { meetings: all, sharedWith = [] } = documents.monitoring
  return html`${facts(
    all.map((meeting) => [
      meeting.name,
      html`<p class="govuk-body">${meeting.does} ${marks.of(meeting)}</p>
${meeting.ratings && html`<p class="govuk-body">${ratingsInWords(meeting.ratings)} ${marks.of(meeting.ratings)}</p>`}
<p class="govuk-body">${meetingInWords(meeting, documents)}.</p>`,
    ]),
  )}
${
  sharedWith.length > 0 &&
  html`<p class="govuk-body">What was decided is shared with:</p>
${points(sharedWith.map((each) => html`${teamInWords(each, documents)} ${marks.of(each)}`))}`
}`
}
