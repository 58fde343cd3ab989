import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import type { PastProposal } from '../queries.ts'

/** Returns the proposals with which the colour changed, newest first. */
export const changesOfColour = (history: readonly PastProposal[]): readonly PastProposal[] =>
  history.filter(({ band }, index) => index === 0 || band !== history[index - 1]?.band).toReversed()

/** The colours that were proposed over the last year. */
export const proposedBefore = (history: readonly PastProposal[], bands: readonly Band[]): Html => {
  const changes = changesOfColour(history)
  return html`<h2 class="govuk-heading-m" id="before">What was proposed before</h2>
${
  changes.length < 2
    ? html`<p class="govuk-body">Nothing else over the last year.</p>`
    : scrollRegion({
        label: 'What was proposed before',
        content: table({
          head: [{ text: 'From' }, { text: 'Proposed' }],
          rows: changes.map(({ recordedAt, band }) => [
            { text: dayInWords(dayOf(recordedAt)) },
            { html: proposedTag(band === null ? null : bandNamed(bands, band)) },
          ]),
        }),
      })
}`
}
