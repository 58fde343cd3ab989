import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Proposed } from '../queries.ts'

/** Asks once more before anything is erased: it cannot be undone. */
export const confirmPage = (items: readonly Proposed[]): Html => {
  const records = items.reduce((sum, item) => sum + item.records, 0)
  return html`${pageHeading({ text: `Dispose of ${counted(records, 'record', 'records')}?` })}
${warningText({ text: 'What is erased cannot be brought back. A backup may still hold it for as long as you keep backups.' })}
<ul class="govuk-list govuk-list--bullet">${items.map(({ label, records: each }) => html`<li>${label}${each > 1 && ` (${counted(each, 'record', 'records')})`}</li>`)}</ul>
<form method="post" action="/retention/dispose">
<input type="hidden" name="sure" value="yes">
${items.map(({ item }) => html`<input type="hidden" name="item" value="${item}">`)}
<div class="govuk-button-group">
${button({ text: 'Erase, and issue the certificate', classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="/retention">Keep them for now</a>
</div>
</form>`
}
