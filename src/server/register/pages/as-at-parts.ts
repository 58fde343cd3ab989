import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
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

const kept = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** Leads to the list of a past day, with what was chosen. */
export const asAtForm = (search: ServiceSearch): Html =>
  details({
    summaryText: 'See the list of a past day',
    html: html`<form method="get" action="/services">
${[...new URLSearchParams(addressOf({ ...search, asAt: null, page: 1 }).split('?')[1] ?? '')].map(([name, value]) => kept(name, value))}
${input({
  id: 'as-at',
  name: 'as-at',
  label: { text: 'Day' },
  hint: { text: 'A day before today, as year-month-day, such as 2026-03-27.' },
  classes: 'govuk-input--width-10',
  value: search.asAt ?? undefined,
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`,
  })
