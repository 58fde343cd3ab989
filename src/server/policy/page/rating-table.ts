import type { Policy } from '../../../core/policy/policy.ts'
import { bandOf } from '../../../core/policy/resolve-criterion.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { meaningOf } from '../in-words/cell.ts'
import type { Marks } from './marks.ts'

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
          html: html`${statusTag({ text: band.name, colour: bandOf(band).colour })}${band.text !== undefined && html`<span class="plumbline-basis">${band.text}</span>`} ${marks.of(band)}`,
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
