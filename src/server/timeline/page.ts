import type { Day } from '../../core/kit/days.ts'
import { dayInWords, listed } from '../../core/kit/words.ts'
import type { Stretch } from '../../core/timeline/in-one-order.ts'
import { pagination } from '../../ui/components/pagination.ts'
import { timeline } from '../../ui/components/timeline.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { asAtNotice } from '../platform/http/as-at-notice.ts'
import type { Happening } from './source.ts'

export type TimelinePage = {
  readonly service: { readonly id: string; readonly name: string }
  readonly tabs: Html
  readonly stretch: Stretch<Happening>
  /** What it is made of, for this reader. */
  readonly names: readonly string[]
  readonly asAt: Day | null
  readonly today: Day
}

const item = ({ day, title, text, href }: Happening, today: Day) => ({
  label: href === null ? { text: title } : { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
  datetime: { timestamp: day, text: day > today ? `${dayInWords(day)}, to come` : dayInWords(day) },
  html: html`${text !== null && html`<p class="govuk-body">${text}</p>`}`,
})

const older = ({ service, asAt }: TimelinePage, through: Day): string =>
  `/services/${service.id}/timeline?through=${through}${asAt === null ? '' : `&as-at=${asAt}`}`

/** Everything that happened to a service, the latest first. */
export const timelinePage = (given: TimelinePage): Html => {
  const { service, tabs, stretch, names, asAt, today } = given
  return html`${pageHeading({ text: 'Timeline', caption: service.name })}
${tabs}
${asAtNotice(asAt, `/services/${service.id}/timeline`)}
<p class="govuk-body">By the day on which it happened: ${listed(names)}.</p>
${
  stretch.items.length === 0
    ? emptyState({
        title: 'Nothing is known to have happened',
        text: 'What is recorded of this service comes here by itself.',
        action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
      })
    : timeline({ items: stretch.items.map((each) => item(each, today)) })
}
${stretch.through !== null && pagination({ next: { text: 'Earlier', href: older(given, stretch.through) } })}`
}
