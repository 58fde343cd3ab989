import { dayInWords } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { DocumentListed } from '../queries/documents.ts'

/** The documents that are shared with the council's teams. */
export const documentsPage = (given: {
  readonly documents: readonly DocumentListed[]
  readonly page: number
  readonly pages: number
}): Html => html`${pageHeading({ text: 'Documents' })}
<p class="govuk-body">What was decided at each session and confirmed at each meeting, as it was known then.</p>
${
  given.documents.length === 0
    ? emptyState({
        title: 'There is no document yet',
        text: 'The first one comes when a session at which ratings are decided is ended.',
        action: { text: 'Go to Services', href: '/services' },
      })
    : scrollRegion({
        label: 'Documents',
        content: table({
          head: [{ text: 'Document' }, { text: 'Held on' }],
          firstCellIsHeader: true,
          rows: given.documents.map(({ id, title, heldOn }) => [
            { html: html`<a class="govuk-link" href="/documents/${id}">${title}</a>` },
            { text: dayInWords(heldOn) },
          ]),
        }),
      })
}
${pagesOf({ page: given.page, pages: given.pages, address: (page) => `/documents?page=${page}` })}`
