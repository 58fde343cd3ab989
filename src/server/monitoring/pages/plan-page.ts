import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { Band } from '../../../core/policy/band.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import type { LastDecision } from '../queries/last-decision.ts'
import type { PlanRow } from '../queries/service-plan.ts'
import { dayAndTime, dueInWords, stateTag, whoInWords } from '../words.ts'
import { movedInWords, whySteps } from './why.ts'

export type PlanPage = {
  /** Leads to the other pages of the service. */
  readonly tabs: Html
  readonly service: { readonly id: string; readonly name: string }
  readonly open: readonly PlanRow[]
  readonly past: readonly PlanRow[]
  readonly decision: LastDecision | null
  readonly band: Band | null
  /** A past day, where the page is of one. */
  readonly asAt: Day | null
  /** The day from which it is counted how far off a day is. */
  readonly today: Day
  readonly mayArrange: boolean
  readonly hasContract: boolean
  /** Contracts that may have a word of their own on monitoring. */
  readonly contracts: readonly { readonly id: string; readonly reference: string }[]
  /** What stands besides the plan: contacts. Of a past day they stand in the timeline. */
  readonly besides: Html | false
}

const nameOf = ({ id, name, contract, occasion, counts }: PlanRow): Html =>
  html`<a class="govuk-link" href="/activities/${id}">${name}</a>${
    occasion !== null && html`<br><span class="govuk-hint govuk-!-margin-0">${occasion}</span>`
  }${!counts && html`<br><span class="govuk-hint govuk-!-margin-0">Additional</span>`}${
    contract !== null && html`<br><span class="govuk-hint govuk-!-margin-0">Contract ${contract}</span>`
  }`

const why = (row: PlanRow): Html =>
  details({
    summaryHtml: html`Why<span class="govuk-visually-hidden"> ${row.name} is due then</span>`,
    html: whySteps(row),
    classes: 'govuk-!-margin-bottom-0',
  })

const arrangedOf = ({ arrangedFor, atTime, place, due, state, byProvider }: PlanRow): Html =>
  state === 'due'
    ? html`${byProvider ? '' : 'Not yet'}`
    : html`${dayAndTime(arrangedFor, atTime)}${place !== null && html`<br><span class="govuk-hint govuk-!-margin-0">${place}</span>`}${
        due !== null &&
        arrangedFor !== null &&
        arrangedFor > due &&
        html`<br>${statusTag({ text: 'After it is due', colour: 'amber' })}`
      }`

const openRows = ({ open, today }: PlanPage) =>
  open.map((row) => [
    { html: nameOf(row) },
    { html: dueInWords(row.due, today) },
    { html: arrangedOf(row) },
    { text: whoInWords(row) },
    { html: why(row) },
  ])

const openTable = (given: PlanPage): Html =>
  scrollRegion({
    label: 'What is to be done',
    content: table({
      head: ['Activity', 'Due', 'Arranged', 'Who', 'Why'].map((text) => ({ text })),
      rows: openRows(given),
      firstCellIsHeader: true,
    }),
  })

const pastTable = (past: readonly PlanRow[]): Html =>
  scrollRegion({
    label: 'Held and cancelled',
    content: table({
      head: ['Activity', 'When', 'State', 'Was due', 'Who'].map((text) => ({ text })),
      rows: past.map((row) => [
        { html: nameOf(row) },
        { text: dayAndTime(row.heldOn ?? row.arrangedFor, null) },
        {
          html: html`${stateTag(row.state, row.byProvider)}${row.reason !== null && html`<br>${row.reason}`}`,
        },
        { text: row.due === null ? '' : dayInWords(row.due) },
        { text: whoInWords(row) },
      ]),
      firstCellIsHeader: true,
    }),
  })

const kept = ({ arrangedFor, state }: PlanRow): string =>
  state === 'arranged' && arrangedFor !== null
    ? ` What is arranged for ${dayInWords(arrangedFor)} stays.`
    : ''

/** What changed with the last decision, and what was kept (W3.6). */
const changed = ({ decision, open }: PlanPage): Html | false => {
  if (decision === null) return false
  const moved = open.filter((row) => row.moved?.cause === 'decision' && row.moved.on === decision.recordedOn)
  if (moved.length === 0) return false
  return insetText({
    html: html`<h2 class="govuk-heading-s">What changed with the decision of ${dayInWords(decision.decidedOn)}</h2>
<ul class="govuk-list govuk-list--bullet">${moved.map((row) => html`<li>${row.name}: ${row.moved && movedInWords(row.moved)}${kept(row)}</li>`)}</ul>`,
  })
}

const decided = ({ band, decision }: PlanPage): Html =>
  band === null || decision === null
    ? html`Nobody has decided on this service yet.`
    : html`Decided: ${statusTag({ text: band.name, colour: band.colour })} since ${dayInWords(decision.since)}.`

/** The plan of a service: what is due, what is arranged, what was held and cancelled, each with its reason. */
export const planPage = (
  given: PlanPage,
): Html => html`${pageHeading({ text: 'Monitoring plan', caption: given.service.name })}
${given.tabs}
${asAtNotice(given.asAt, `/services/${given.service.id}/plan`)}
<p class="govuk-body">${decided(given)} How often each thing is done follows from the decided rating and the contract.</p>
${changed(given)}
<h2 class="govuk-heading-m">To be done</h2>
${
  given.open.length > 0
    ? openTable(given)
    : emptyState({
        title: 'Nothing is planned',
        text: given.hasContract
          ? 'The policy asks for nothing with a date here, as things are.'
          : 'A plan follows from a contract. This service has none at the moment.',
      })
}
${given.mayArrange && given.hasContract && button({ text: 'Arrange something else', href: `/services/${given.service.id}/plan/new`, classes: 'govuk-button--secondary' })}
${given.contracts.map(({ id, reference }) => html`<p class="govuk-body"><a class="govuk-link" href="/contracts/${id}/monitoring">What the contract ${reference} says of monitoring</a></p>`)}
<h2 class="govuk-heading-m">Held and cancelled</h2>
${
  given.past.length > 0
    ? pastTable(given.past)
    : emptyState({
        title: 'Nothing was held yet',
        text: 'What is held or cancelled stands here, with its record.',
      })
}
${given.besides}`
