import type { catalogue } from '../../../core/kit/problems.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

type Entry = (typeof catalogue)[keyof typeof catalogue]

/** What a problem is, and what to do: the page to which its type leads. Words in braces stand for what was asked. */
export const problemPage = (code: string, { status, says, next }: Entry): Html => html`${pageHeading({
  text: 'A problem of the API',
  caption: code,
})}
<p class="govuk-body-l">${says}</p>
<p class="govuk-body">${next}</p>
<p class="govuk-body">It comes with the status ${status}. Words in braces are filled in.</p>
<p class="govuk-body"><a class="govuk-link" href="/api">What the API can do</a></p>`
