import { counted, dayInWords } from '../../../core/kit/words.ts'
import type { CriterionRating, Evidence, ItemNote } from '../../../core/ratings/rating.ts'
import type { Verdict } from '../../../core/ratings/tally.ts'
import { details } from '../../../ui/components/details.ts'
import { type TableOptions, table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { kindNames } from '../../register/words.ts'

const verdicts: Readonly<Record<Verdict, string>> = {
  counted: 'Counted',
  met: 'Counted, and substantiated',
  'not-met': 'Counted among the concluded only',
  'before-window': 'Not counted: it happened before the time looked at',
  open: 'Not counted: it is still open',
  'concluded-before-window': 'Not counted: it ended before the time looked at',
}

const wide = (label: string, options: TableOptions): Html => scrollRegion({ label, content: table(options) })

const itemsTable = (items: readonly ItemNote[]): Html =>
  wide('Items that were looked at', {
    head: ['Item', 'Happened', 'Counted?'].map((text) => ({ text })),
    rows: items.map((item) => [
      { text: kindNames[item.kind] },
      { text: dayInWords(item.occurred) },
      { text: verdicts[item.verdict] },
    ]),
  })

const gradingDetail = (evidence: Extract<Evidence, { kind: 'rating' }>): Html | false =>
  evidence.grading !== null &&
  details({
    summaryText: `The rating of ${dayInWords(evidence.grading.published)} in its parts`,
    html: html`${wide('The rating in its parts', {
      head: ['Part', 'Grade', 'Decides between two colours?'].map((text) => ({ text })),
      rows: evidence.grading.parts.map((part) => [
        { text: part.name },
        { text: part.grade },
        { text: part.deciding ? 'Yes' : 'No' },
      ]),
    })}
${
  evidence.overlap !== null &&
  html`<p class="govuk-body">The policy puts this grade in two colours. ${
    'assumption' in evidence.overlap.basis
      ? `Assumption: ${evidence.overlap.basis.assumption}`
      : `Paragraph ${evidence.overlap.basis.source}.`
  }</p>`
}`,
  })

/** What was looked at: the parts of a rating, or each item and whether it counted. */
export const evidenceDetail = ({ evidence }: CriterionRating): Html | false => {
  if (evidence === null) return false
  if (evidence.kind === 'rating') return gradingDetail(evidence)
  if (evidence.items.length === 0) return false
  return details({
    summaryText: `${counted(evidence.items.length, 'item was', 'items were')} looked at`,
    html: itemsTable(evidence.items),
  })
}
