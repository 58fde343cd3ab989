import type { DocumentRow, Outcome } from '../../../core/decisions/document.ts'
import { departureInWords, outcomeInWords } from '../../../core/decisions/document-table.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import type { Band } from '../../../core/policy/band.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { decidedTag } from './decided-tag.ts'

const proposedCell = (band: Band | null): Html | string =>
  band === null ? 'No rating' : statusTag({ text: band.name, colour: band.colour, outlined: true })

const departed = (row: DocumentRow): string =>
  row.departure === null || row.departure === 'follows' ? '' : departureInWords(row.departure)

const reasons = (row: DocumentRow): Html =>
  html`${departed(row) !== '' && html`${departed(row)}. `}${row.note}${row.because !== null && html` <strong>${outcomeInWords(row.outcome)}:</strong> ${row.because}`}`

const cells = (row: DocumentRow) => [
  { html: html`<a class="govuk-link" href="/services/${row.service}">${row.name}</a>` },
  { text: row.before?.name ?? 'Not decided' },
  { html: decidedTag(row.band) },
  { html: html`${proposedCell(row.proposed)}` },
  { html: reasons(row) },
  { text: row.on === null ? '' : `${listed(row.by)}, ${dayInWords(row.on)}` },
]

const heads = ['Service', 'Before', 'Decided', 'Proposed', 'Reason', 'By'].map((text) => ({ text }))

/** The rows of a document of one outcome, as a table; nothing where there is none. */
export const documentRows = (rows: readonly DocumentRow[], outcome: Outcome, label: string): Html | false => {
  const own = rows.filter((row) => row.outcome === outcome)
  return (
    own.length > 0 &&
    html`<h2 class="govuk-heading-m">${label}</h2>
${scrollRegion({ label, content: table({ head: heads, firstCellIsHeader: true, rows: own.map(cells) }) })}`
  )
}
