import type { Instant } from '../../core/kit/days.ts'
import { details } from '../../ui/components/details.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Answer } from '../visit.ts'
import { savedAt } from '../wording.ts'

/** The answers that a later one replaced. Nothing is overwritten, so two people who answered are both here. */
export const recordedBefore = (answers: readonly Answer[], now: Instant): Html =>
  details({
    summaryText: `Recorded before (${answers.length})`,
    html: html`<ul class="govuk-list">${answers.map(
      ({ grade, note, recordedAt }) =>
        html`<li>${savedAt(recordedAt, now)}: <strong>${grade}</strong>. ${note}</li>`,
    )}</ul>`,
  })
