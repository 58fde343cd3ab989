import { type ChoiceError, seenOf } from '../../../core/decisions/choice-form.ts'
import { trendInWords } from '../../../core/decisions/trend.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { type Html, html } from '../../../ui/html.ts'
import { trendDots } from '../../../ui/trend-dots.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import type { ChoiceMade } from '../queries/choices.ts'
import { needsTalk } from '../row-states.ts'
import type { RowView } from '../row-views.ts'
import { decidedTag } from './decided-tag.ts'
import type { SessionPage } from './session-page.ts'

/** What of a row somebody typed that is not saved. */
export type RowTyped = { readonly band: string; readonly note: string }

const named = (bands: readonly Band[], id: string | null): Band | null =>
  id === null ? null : bandNamed(bands, id)

const about = (row: RowView, { bands, since }: SessionPage): Html => html`<div>
<h3 class="govuk-heading-s govuk-!-margin-bottom-1" id="name-${row.service}"><a class="govuk-link" href="/services/${row.service}">${row.name}</a></h3>
<p class="govuk-body plumbline-decide__tags">${decidedTag(named(bands, row.decidedHere ?? row.decided))}${proposedTag(named(bands, row.proposed))}</p>
<p class="govuk-body-s">${row.reasons} <a class="govuk-link" href="/services/${row.service}/why">Why<span class="govuk-visually-hidden">: ${row.name}</span></a></p>
${row.sentBackBecause !== null && html`<p class="govuk-body-s"><strong>Sent back by the meeting that confirms:</strong> ${row.sentBackBecause}</p>`}
<p class="govuk-body-s">${
  since === null
    ? 'No session before this one.'
    : row.news.length > 0
      ? html`<strong>New since ${dayInWords(since)}:</strong> ${row.news.join('. ')}.`
      : `Nothing new since ${dayInWords(since)}.`
}</p>
<p class="govuk-body-s">${trendDots({
  colours: row.trend.map((id) => named(bands, id)?.colour ?? null),
  words: `${trendInWords(row.trend, bands)}.`,
})}</p>
</div>`

const choiceSaid = (choice: ChoiceMade, row: RowView, { bands, person }: SessionPage): Html => {
  const who = choice.person === person ? 'You' : choice.name
  const old = choice.proposal !== row.proposal && row.decidedHere === null
  return html`<li>${who} chose ${bandNamed(bands, choice.band).name}${choice.note !== null && html`: “${choice.note}”`}${old && ', before the proposal changed. It no longer counts'}</li>`
}

const stateInWords = (row: RowView, { bands }: SessionPage): string => {
  if (row.decidedHere !== null) {
    const names = row.choices.filter(({ band }) => band === row.decidedHere).map(({ name }) => name)
    return `Decided ${bandNamed(bands, row.decidedHere).name}${names.length > 0 ? ` by ${listed(names)}` : ''}.`
  }
  if (row.agreement.state === 'differs') return 'They differ: nothing takes effect until they agree.'
  return row.agreement.state === 'waiting' ? 'It waits for the other person.' : ''
}

const state = (row: RowView, page: SessionPage): Html =>
  html`${stateInWords(row, page) !== '' && html`<p class="govuk-body-s"><strong>${stateInWords(row, page)}</strong></p>`}
${row.choices.length > 0 && html`<ul class="govuk-list govuk-body-s">${row.choices.map((choice) => choiceSaid(choice, row, page))}</ul>`}`

const hintOf = (row: RowView, band: Band): string | undefined => {
  if (row.proposed === null) return undefined
  if (band.id === row.proposed) return band.id === row.decided ? 'proposed, as now' : 'proposed'
  const kept = band.id === row.decided ? 'as now, ' : ''
  return row.permits.includes(band.id) ? `${kept}permitted: say why` : `${kept}not permitted: give the reason`
}

const errorOf = (errors: readonly ChoiceError[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

const fields = (row: RowView, page: SessionPage): Html => {
  const { service, name } = row
  const mine = row.choices.find(({ person }) => person === page.person)
  const counts = mine !== undefined && mine.proposal === row.proposal
  const typed = page.typed.get(service) ?? {
    band: counts ? mine.band : '',
    note: counts ? (mine.note ?? '') : '',
  }
  return html`<input type="hidden" name="row" value="${service}">
<input type="hidden" name="seen-${service}" value="${seenOf(row.proposal, row.decision)}">
${radios({
  name: `band-${service}`,
  idPrefix: `band-${service}`,
  classes: 'govuk-radios--small',
  fieldset: { legend: { html: html`Choose<span class="govuk-visually-hidden"> for ${name}</span>` } },
  items: page.bands.map((band) => ({
    value: band.id,
    html: html`${band.name}${hintOf(row, band) !== undefined && html` <span class="govuk-hint">(${hintOf(row, band)})</span>`}`,
    checked: typed.band === band.id,
  })),
  errorMessage: errorOf(page.errors, `band-${service}`),
})}
${input({
  id: `note-${service}`,
  name: `note-${service}`,
  label: { html: html`Note<span class="govuk-visually-hidden"> on ${name}</span>` },
  value: typed.note,
  errorMessage: errorOf(page.errors, `note-${service}`),
})}`
}

const inFull = (row: RowView, page: SessionPage): Html =>
  html`<section class="plumbline-decide"${row.news.length > 0 && html` data-new`} aria-labelledby="name-${row.service}">
${about(row, page)}
<div>
${state(row, page)}
${page.mayChoose && fields(row, page)}
</div>
</section>`

/** What of a folded row is to be seen: what was typed or chosen, or else what is new. */
const foldedSays = (row: RowView, page: SessionPage): string => {
  const typed = page.typed.get(row.service)
  if (typed !== undefined && typed.band !== '')
    return `${bandNamed(page.bands, typed.band).name} chosen, not saved yet`
  if (row.decidedHere !== null) return 'Decided'
  if (row.choices.length > 0)
    return `${listed(row.choices.map(({ person, name }) => (person === page.person ? 'You' : name)))} chose`
  return row.news.length === 0 ? 'Nothing new' : counted(row.news.length, 'new thing', 'new things')
}

const folded = (row: RowView, page: SessionPage): Html =>
  details({
    classes: 'plumbline-decide-folded',
    summaryHtml: html`<span class="plumbline-decide-folded__name">${row.name}</span> ${decidedTag(named(page.bands, row.decidedHere ?? row.decided))} <span class="plumbline-decide-folded__says">${foldedSays(row, page)}</span>`,
    html: inFull(row, page),
  })

const isOpen = (row: RowView, { typed, errors }: SessionPage): boolean =>
  needsTalk(row) ||
  errors.some(({ service }) => service === row.service) ||
  (typed.get(row.service)?.note ?? '') !== ''

/** One service of a session: what is known of it, what others chose, and the choice itself. */
export const decisionRow = (row: RowView, page: SessionPage): Html =>
  isOpen(row, page) ? inFull(row, page) : folded(row, page)
