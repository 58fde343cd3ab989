import { changesInWords, fieldInWords } from '../../../core/intelligence/in-words.ts'
import type { IntelligenceLists } from '../../../core/intelligence/lists.ts'
import { type SaidField, saidFields } from '../../../core/intelligence/said.ts'
import { clockTimeOf, dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ItemVersion, ShownItem } from '../queries/items.ts'
import type { Raiser } from '../queries/raisers.ts'

const fields = Object.keys(saidFields) as SaidField[]

const wordBack = ({ toldAt, confirmedAt }: Raiser): string => {
  if (toldAt !== null) return `They were told on ${dayInWords(dayOf(toldAt))} that it has ended.`
  return confirmedAt === null
    ? 'Their email was not confirmed, so they are not written to.'
    : 'They get an email when this has ended.'
}

const raisedRow = (raiser: Raiser) => ({
  key: { text: 'Raised by' },
  value: {
    html: html`${[raiser.name, raiser.email].filter(Boolean).join(', ') || 'Erased'}<br>
<span class="govuk-hint govuk-!-margin-0">${wordBack(raiser)}</span>`,
  },
})

const historyOf = (versions: readonly ItemVersion[], lists: IntelligenceLists): Html =>
  timeline({
    headingLevel: 3,
    items: versions.map(({ version, said, at, by }, index) => {
      const before = versions[index + 1]
      return {
        label: { text: version === 1 ? 'Recorded' : 'Corrected' },
        byline: by === null ? undefined : { text: by },
        datetime: { timestamp: at, text: `${dayInWords(dayOf(at))}, ${clockTimeOf(at)}` },
        html:
          before === undefined
            ? html`<p class="govuk-body">The first version.</p>`
            : html`<ul class="govuk-list govuk-list--bullet">${changesInWords(before.said, said, lists).map((change) => html`<li>${change}</li>`)}</ul>`,
      }
    }),
  })

/** An item of intelligence: what it says now, who raised it, and every version of it. */
export const itemPage = (given: {
  readonly service: { readonly id: string; readonly name: string }
  readonly item: ShownItem
  readonly raiser: Raiser | null
  readonly versions: readonly ItemVersion[]
  readonly lists: IntelligenceLists
  readonly mayCorrect: boolean
}): Html => {
  const { service, item, raiser, versions, lists } = given
  const rows = fields.flatMap((field) => {
    const text = fieldInWords(field, item, lists)
    return text === '' ? [] : [{ key: { text: saidFields[field] }, value: { text } }]
  })
  return html`${pageHeading({ text: fieldInWords('kind', item, lists), caption: service.name })}
${summaryList({ rows: [...rows, ...(raiser === null ? [] : [raisedRow(raiser)])] })}
${given.mayCorrect && button({ text: 'Correct it, or say how it ended', href: `/services/${service.id}/intelligence/${item.id}/correct`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Versions</h2>
${historyOf(versions, lists)}`
}
