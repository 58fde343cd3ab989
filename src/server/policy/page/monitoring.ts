import { counted, listed } from '../../../core/kit/words.ts'
import type { MonitoringDocument } from '../../../core/policy/documents/monitoring.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { bandOf } from '../../../core/policy/resolve-criterion.ts'
import { table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

type Activity = MonitoringDocument['activities'][number]
type Frequency = Activity['byBand'][string]
type Span = NonNullable<Frequency['every']>

const span = (given: Span): string =>
  'months' in given ? counted(given.months, 'month', 'months') : counted(given.days, 'day', 'days')

const every = (given: Span): string => `every ${span(given).replace(/^1 /, '')}`

const timeOf = ({ every: again, within, when }: Frequency): string => {
  if (again !== undefined) return every(again)
  if (within !== undefined) return `within ${span(within)}`
  return when === 'contract' ? 'as the contract says' : 'when it is needed'
}

const meaning = (frequency: Frequency, forms: Activity['forms']): string => {
  const { oneOf = [] } = frequency
  const time = timeOf(frequency)
  const names = oneOf.map((id) => forms.find((form) => form.id === id)?.name.toLowerCase() ?? id)
  return names.length === 0 ? time : `${listed(names, 'or')}, ${time}`
}

const inOtherWords = (cell: Frequency, forms: Activity['forms']): Html | false => {
  const words = meaning(cell, forms)
  return words !== cell.text.toLowerCase() && html`<span class="plumbline-basis">${words}</span>`
}

const activityCell = ({ name, contracts, forms }: Activity, marks: Marks): Content => html`${name}
${contracts === 'flagged' && html`<span class="plumbline-basis">only for contracts that ask for it</span>`}
${forms.map((form) => html`<span class="plumbline-basis">Form: ${form.name.toLowerCase()}, ${marks.of(form)}</span>`)}`

const activities = ({ monitoring, rating }: Policy['documents'], marks: Marks): Html =>
  scrollRegion({
    label: 'Monitoring by colour',
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

/** How often what is due, by the colour that was decided. */
export const monitoringTable = (documents: Policy['documents'], marks: Marks): Html => {
  const { clock, choice } = documents.monitoring
  return html`${activities(documents, marks)}
${points([html`${clock.text} ${marks.of(clock)}`, ...(choice === undefined ? [] : [html`${choice.text} ${marks.of(choice)}`])])}`
}

/** Who meets, how often, and for what. */
export const meetings = ({ monitoring, pack }: Policy['documents'], marks: Marks): Html => {
  const roleName = (id: string): string => pack.roles.find((role) => role.id === id)?.name ?? id
  return facts(
    monitoring.meetings.map((meeting) => [
      meeting.name,
      html`<p class="govuk-body">${meeting.does} ${marks.of(meeting)}</p>
<p class="govuk-body">${meeting.every === undefined ? 'When it is needed' : `Held ${every(meeting.every)}`}, with: ${listed(meeting.attends.map(roleName))}.</p>`,
    ]),
  )
}
