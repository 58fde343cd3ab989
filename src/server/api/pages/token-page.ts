import { dayInWords } from '../../../core/kit/words.ts'
import { isScope, scopes } from '../../../core/people/scopes.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { tag } from '../../../ui/components/tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownToken } from '../../platform/api/tokens.ts'
import { kindsInWords, lastUseInWords, stateClasses, stateWords } from './token-words.ts'

const may = ({ scopes: held }: ShownToken): Html =>
  html`<ul class="govuk-list">${held.map((scope) => html`<li>${isScope(scope) ? scopes[scope].does : scope} (<code>${scope}</code>)</li>`)}</ul>`

/** One token: what it may, when it was used, and the way to end it. */
export const tokenPage = (
  token: ShownToken,
): Html => html`${pageHeading({ text: token.name, caption: 'Token of the API' })}
${summaryList({
  rows: [
    { key: { text: 'System' }, value: { text: token.source } },
    {
      key: { text: 'State' },
      value: { html: tag({ text: stateWords[token.state], classes: stateClasses[token.state] }) },
    },
    { key: { text: 'It may' }, value: { html: may(token) } },
    { key: { text: 'Kinds of intelligence' }, value: { text: kindsInWords(token.kinds) } },
    { key: { text: 'Works until' }, value: { text: dayInWords(token.until) } },
    { key: { text: 'Last used' }, value: { text: lastUseInWords(token.lastUsed) } },
    { key: { text: 'Made by' }, value: { text: token.by ?? 'The operator of this installation' } },
  ],
})}
${
  token.state === 'works' &&
  html`<form method="post" action="/tokens/${token.id}/revoke">
<p class="govuk-body">Once it is revoked, the system that uses it gets in no more. This cannot be undone.</p>
${button({ text: 'Revoke the token', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}`
