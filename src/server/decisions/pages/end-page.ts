import type { DecisionDocument } from '../../../core/decisions/document.ts'
import { documentInWords, documentTitle } from '../../../core/decisions/document-table.ts'
import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Session } from '../queries/sessions.ts'
import { documentRows } from './document-rows.ts'

/** What a session comes to, before it is ended. */
export const endPage = ({
  session,
  summary,
}: {
  readonly session: Session
  readonly summary: DecisionDocument
}): Html => html`${pageHeading({ text: 'End the session', caption: documentTitle(summary) })}
<p class="govuk-body-l">${documentInWords(summary)}</p>
<p class="govuk-body">What was decided has taken effect already. What was not comes back at the next session. Ending the session keeps this summary as a document: nobody can change it later.</p>
<form method="post" action="/decisions/${session.id}/end">
${button({ text: 'End the session', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/decisions/${session.id}">Go back to the session</a></p>
${documentRows(summary.rows, 'decided', 'Decided')}
${documentRows(summary.rows, 'left', 'Not decided')}`
