import { dayInWords } from '../../../core/kit/words.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { ServiceSearch } from '../queries/list-services.ts'
import { addressOf } from '../search.ts'

/** Says that the list is of a past day, and what in it is not. Nothing where it is of now. */
export const asAtBanner = (search: ServiceSearch): Html | false =>
  search.asAt !== null &&
  insetText({
    html: html`<p class="govuk-body"><strong>As it was known at the end of ${dayInWords(search.asAt)}.</strong> <a class="govuk-link" href="${addressOf({ ...search, asAt: null })}">See it as it is now</a>.</p>
<p class="govuk-body">Of that day: which services there were, which of them were commissioned, CQC’s ratings, our ratings, and suspensions. What became known later is not in it.</p>
<p class="govuk-body govuk-!-margin-bottom-0">As they are now: names, types, places and contract leads. Services that turned out to be one are shown as one.</p>`,
  })
