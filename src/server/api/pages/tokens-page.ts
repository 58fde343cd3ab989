import { counted, dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { tag } from '../../../ui/components/tag.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ShownToken } from '../../platform/api/tokens.ts'
import { lastUseInWords, stateClasses, stateWords } from './token-words.ts'

const tokenTable = (tokens: readonly ShownToken[]): Html =>
  table({
    caption: counted(tokens.length, 'token', 'tokens'),
    captionClasses: 'govuk-table__caption--m',
    head: ['Name', 'System', 'State', 'Works until', 'Last used'].map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: tokens.map((token) => [
      { html: html`<a class="govuk-link" href="/tokens/${token.id}">${token.name}</a>` },
      { text: token.source },
      { html: tag({ text: stateWords[token.state], classes: stateClasses[token.state] }) },
      { text: dayInWords(token.until) },
      { text: lastUseInWords(token.lastUsed) },
    ]),
  })

/** Every token of this council: who was let in, and whether they still come. */
export const tokensPage = (tokens: readonly ShownToken[]): Html => html`${pageHeading({
  text: 'Tokens of the API',
  aside: button({ text: 'Make a token', href: '/tokens/new' }),
})}
<p class="govuk-body">With a token another system reads and writes here, as far as you let it. <a class="govuk-link" href="/api">What the API can do</a></p>
${
  tokens.length === 0
    ? emptyState({
        title: 'There are no tokens yet',
        text: 'Make one for each system. Then you can revoke one without the others.',
        action: { text: 'Make a token', href: '/tokens/new' },
      })
    : scrollRegion({ label: 'Tokens', content: tokenTable(tokens) })
}`
