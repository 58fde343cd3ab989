import type { Day } from '../../../core/kit/days.ts'
import type { Visible } from '../../../core/sharing/visible.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ActivityForProvider } from '../queries/for-provider.ts'
import { dayAndTime, dueInWords } from '../words.ts'

/** An activity as its provider's people may see it, and whose it is. */
export type ShownToProvider = {
  readonly service: { readonly id: string; readonly name: string }
  readonly shown: Visible<'activity', ActivityForProvider>
}

const rowOf = ({ service, shown }: ShownToProvider, today: Day) => {
  const { name = '', due = null, arrangedFor = null, atTime = null, place = null } = shown
  return [
    { text: name },
    { html: html`<a class="govuk-link" href="/services/${service.id}">${service.name}</a>` },
    {
      html:
        arrangedFor === null ? dueInWords(due, today) : html`Arranged: ${dayAndTime(arrangedFor, atTime)}`,
    },
    { text: place ?? '' },
  ]
}

/** What is due from a provider, and what the council has arranged with it. */
export const forProviderSection = (activities: readonly ShownToProvider[], today: Day): Html =>
  html`<h2 class="govuk-heading-m" id="due">What is due and arranged</h2>
${
  activities.length === 0
    ? emptyState({
        title: 'Nothing is due at the moment',
        text: 'What the council arranges with you, and what it waits for, stands here.',
        headingLevel: 3,
      })
    : scrollRegion({
        label: 'What is due and arranged',
        content: table({
          head: ['What', 'Service', 'When', 'Where'].map((text) => ({ text })),
          rows: activities.map((activity) => rowOf(activity, today)),
          firstCellIsHeader: true,
        }),
      })
}`
