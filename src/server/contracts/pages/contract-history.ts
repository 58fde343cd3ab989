import { differences } from '../../../core/contracts/shown-terms.ts'
import { dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { serviceTypeNames } from '../../register/words.ts'
import type { ContractVersion, LeadPeriod } from '../queries/show-contract.ts'

/** Who leads a contract and led it: nothing is lost when one person follows another. */
export const leadsSection = (
  leads: readonly LeadPeriod[],
): Html => html`<h2 class="govuk-heading-m">Contract leads</h2>
${
  leads.length === 0
    ? html`<p class="govuk-body">No lead was ever named for this contract.</p>`
    : scrollRegion({
        label: 'Contract leads',
        content: table({
          head: ['Who', 'From', 'To', 'Recorded'].map((text) => ({ text })),
          rows: leads.map((lead) => [
            { text: lead.name },
            { text: dayInWords(lead.from) },
            { text: lead.to === null ? 'Now' : dayInWords(lead.to) },
            { text: dayInWords(dayOf(lead.recordedAt)) },
          ]),
          firstCellIsHeader: true,
        }),
      })
}`

const titles: Readonly<Record<string, string>> = {
  'contract.added': 'Added',
  'contract.changed': 'Changed',
  'contract.ended': 'Ended',
  'contract.terminated': 'Terminated',
}

const titleOf = ({ kind, version }: ContractVersion): string =>
  titles[kind] ?? (version === 1 ? 'Added from a file' : 'Changed by a file')

const when = (at: Instant) => ({ timestamp: at, text: dayInWords(dayOf(at)) })

const changes = (version: ContractVersion, before: ContractVersion | undefined): Html => {
  if (before === undefined) return html`<p class="govuk-body">The first version.</p>`
  const found = differences(before, version, serviceTypeNames)
  const { stop } = version
  return html`<ul class="govuk-list govuk-list--bullet">
${found.map(({ name, before: was, after }) => html`<li>${name}: from ${was} to ${after}</li>`)}
${stop !== null && before.stop === null && html`<li>Last day: ${dayInWords(stop.on)}</li>`}
</ul>`
}

/** Every version of a contract, newest first: who wrote it, when, and what it changed. */
export const historySection = (
  versions: readonly ContractVersion[],
): Html => html`<h2 class="govuk-heading-m">History</h2>
${timeline({
  headingLevel: 3,
  items: versions.map((version, index) => ({
    label: { text: titleOf(version) },
    byline: { text: version.by },
    datetime: when(version.recordedAt),
    html: changes(version, versions[index + 1]),
  })),
})}`
