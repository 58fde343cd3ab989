import { nameOfRule } from '../../../core/alerts/rules.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { Change } from '../queries/changes.ts'

const tag = (bands: readonly Band[], id: string | null, proposed: boolean): Html => {
  if (id === null) return statusTag({ text: 'Not rated', colour: 'grey', outlined: proposed })
  const { name, colour } = bandNamed(bands, id)
  return statusTag({ text: name, colour, outlined: proposed, prefix: proposed ? 'Proposed' : undefined })
}

const was = (bands: readonly Band[], before: string | null): string =>
  before === null ? '' : `, was ${bandNamed(bands, before).name}`

const inWords = (bands: readonly Band[], { kind, now, before, heldOn }: Change): Content => {
  if (kind === 'proposed') return html`${tag(bands, now, true)}${was(bands, before)}`
  if (kind === 'decided') return html`decided ${tag(bands, now, false)}${was(bands, before)}`
  if (kind === 'cleared') return html`no longer an alert: ${nameOfRule(now ?? '').toLowerCase()}`
  return `${now} was ${kind}${heldOn === null ? '' : ` on ${dayInWords(heldOn)}`}`
}

/** What changed of services since somebody was last here, newest first. */
export const changesList = (changes: readonly Change[], bands: readonly Band[]): Html =>
  html`<ul class="govuk-list govuk-list--spaced">
${changes.map((change) => html`<li><a class="govuk-link" href="/services/${change.service}">${change.name}</a>: ${inWords(bands, change)} <span class="govuk-hint govuk-!-display-inline">${change.heldOn !== null && 'recorded on '}${dayInWords(dayOf(change.at))}</span></li>`)}
</ul>`
