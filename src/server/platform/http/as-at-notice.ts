import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'

/**
 * Says that a page is of a past day, with the way back to now and, where some of it is of now all the same, what.
 * Nothing where it is of now (X3).
 */
export const asAtNotice = (asAt: Day | null, now: string, asItIsNow?: string): Html | false =>
  asAt !== null &&
  insetText({
    html: html`<p class="govuk-body${asItIsNow === undefined && ' govuk-!-margin-bottom-0'}"><strong>As it was known at the end of ${dayInWords(asAt)}.</strong> <a class="govuk-link" href="${now}">See it as it is now</a>.</p>
${asItIsNow !== undefined && html`<p class="govuk-body govuk-!-margin-bottom-0">As they are now: ${asItIsNow}.</p>`}`,
  })
