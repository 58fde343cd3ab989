import type { Day } from '../../../core/kit/days.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { type Html, html } from '../../../ui/html.ts'

/** Leads from a list to the same list of a past day, with all that was chosen in its address (X3). */
export const asAtForm = (now: string, asAt: Day | null): Html => {
  const [path = '', query = ''] = now.split('?')
  return details({
    summaryText: 'See the list of a past day',
    html: html`<form method="get" action="${path}">
${[...new URLSearchParams(query)].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${input({
  id: 'as-at',
  name: 'as-at',
  label: { text: 'Day' },
  hint: { text: 'A day before today, as year-month-day, such as 2026-03-27.' },
  classes: 'govuk-input--width-10',
  value: asAt ?? undefined,
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`,
  })
}
