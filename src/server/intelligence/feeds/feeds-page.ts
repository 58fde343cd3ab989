import { type IntelligenceLists, nameIn } from '../../../core/intelligence/lists.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { nameOfType } from '../../register/words.ts'
import type { ShownFeed } from '../queries/feeds.ts'

/** The address of what is collected. */
export const feedsPath = '/intelligence/feeds'

const scopeOf = ({ serviceTypes, services }: ShownFeed): string => {
  if (services !== null) return listed(services)
  if (serviceTypes !== null) return `Commissioned: ${listed(serviceTypes.map(nameOfType))}`
  return 'All commissioned services'
}

const saidBy = ({ at, by }: ShownFeed): string => [dayInWords(dayOf(at)), by].filter(Boolean).join(', ')

const feedsTable = (feeds: readonly ShownFeed[], lists: IntelligenceLists, mayDeclare: boolean): Html =>
  scrollRegion({
    label: 'What is collected now',
    content: table({
      head: ['Kind', 'Feed or form', 'From', 'Of which services', 'Declared', 'To do'].map((text) => ({
        text,
      })),
      rows: feeds.map((feed) => [
        { text: nameIn(lists.kinds, feed.kind) },
        { text: feed.name || 'Not named' },
        { text: dayInWords(feed.from) },
        { text: scopeOf(feed) },
        { text: saidBy(feed) },
        {
          html: mayDeclare
            ? html`<a class="govuk-link" href="${feedsPath}/${feed.id}/end">End<span class="govuk-visually-hidden"> ${nameIn(lists.kinds, feed.kind)} by ${feed.name}</span></a>`
            : html``,
        },
      ]),
      firstCellIsHeader: true,
    }),
  })

const endedTable = (feeds: readonly ShownFeed[], lists: IntelligenceLists): Html =>
  scrollRegion({
    label: 'What was collected until',
    content: table({
      head: ['Kind', 'Feed or form', 'From', 'Until', 'Of which services', 'Ended'].map((text) => ({ text })),
      rows: feeds.map((feed) => [
        { text: nameIn(lists.kinds, feed.kind) },
        { text: feed.name || 'Not named' },
        { text: dayInWords(feed.from) },
        { text: feed.until === null ? '' : dayInWords(feed.until) },
        { text: scopeOf(feed) },
        { text: saidBy(feed) },
      ]),
      firstCellIsHeader: true,
    }),
  })

/** What is collected from when and of which services; which kinds nobody collects; and what ended. */
export const feedsPage = (given: {
  readonly feeds: readonly ShownFeed[]
  readonly lists: IntelligenceLists
  readonly mayDeclare: boolean
}): Html => {
  const { feeds, lists, mayDeclare } = given
  const open = feeds.filter(({ until }) => until === null)
  const ended = feeds.filter(({ until }) => until !== null)
  const missing = lists.kinds.filter(({ id }) => !open.some(({ kind }) => kind === id))
  return html`${pageHeading({ text: 'What is collected' })}
<p class="govuk-body">No case counts as none only where all cases of its kind are recorded here, for the whole time that a rating looks at. Say here from when that is so. Everything else is unknown.</p>
${
  missing.length > 0 &&
  insetText({
    text: `Nobody collects: ${listed(missing.map(({ name }) => name))}. For a rating, that is unknown and not none.`,
  })
}
${mayDeclare && button({ text: 'Declare a feed or form', href: `${feedsPath}/new` })}
${open.length > 0 && feedsTable(open, lists, mayDeclare)}
${ended.length > 0 && html`<h2 class="govuk-heading-m">Ended</h2>${endedTable(ended, lists)}`}`
}
