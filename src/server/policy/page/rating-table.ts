import { counted, listed } from '../../../core/kit/words.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { bandOf } from '../../../core/policy/resolve-criterion.ts'
import { toleranceInWords } from '../../../core/ratings/tolerance.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { Marks } from './marks.ts'

/** What a cell means, as it is compared, and what it gives where the policy adds points. */
const meaningOf = ({ rating }: Policy, criterion: string, band: string): string => {
  const row = rating.criteria.find(({ id }) => id === criterion)
  const cell = row?.tolerances.find((each) => each.band.id === band)
  if (row === undefined || cell === undefined) return ''
  const unit = row.kind === 'since' ? ' months' : ''
  const meaning = 'grades' in cell ? listed(cell.grades, 'or') : `${toleranceInWords(cell)}${unit}`
  return cell.points === undefined ? meaning : `${meaning}: ${counted(cell.points, 'point', 'points')}`
}

/** The policy's own table of triggers and tolerances, word for word, and under each cell what it means. */
export const ratingTable = (policy: Policy, marks: Marks): Html => {
  const { bands, criteria } = policy.documents.rating
  return scrollRegion({
    label: 'Triggers and tolerances',
    content: table({
      classes: 'plumbline-policy-table',
      firstCellIsHeader: true,
      head: [
        { text: 'Criterion' },
        ...bands.map((band) => ({
          html: html`${statusTag({ text: band.name, colour: bandOf(band).colour })} ${marks.of(band)}`,
        })),
      ],
      rows: criteria.map((criterion) => [
        {
          html: html`<a class="govuk-link" href="#criterion-${criterion.id}">${criterion.name}</a> ${marks.of(criterion)}`,
        },
        ...bands.map(({ id }) => {
          const cell = criterion.tolerances[id]
          return cell === undefined
            ? { text: '' }
            : {
                html: html`${cell.text}<span class="plumbline-basis">${meaningOf(policy, criterion.id, id)}</span> ${marks.of(cell)}`,
              }
        }),
      ]),
    }),
  })
}
