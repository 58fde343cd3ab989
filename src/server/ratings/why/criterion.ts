import { bandNamed, type Band as PolicyBand } from '../../../core/policy/band.ts'
import { paragraphInWords } from '../../../core/policy/paragraph.ts'
import type { Criterion } from '../../../core/policy/policy.ts'
import type { Cell, CriterionRating } from '../../../core/ratings/rating.ts'
import { definitionList } from '../../../ui/definitions.ts'
import { type Band, bandRow, explanation } from '../../../ui/explanation.ts'
import { type Html, html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import { figures } from './figures.ts'
import { gradingParts } from './grading.ts'
import { type AddressOf, itemsLookedAt } from './items.ts'
import type { Reach, Stretch } from './trend.ts'
import { trendChart } from './trend-chart.ts'

/** What a block says besides its criterion's rating. */
export type Around = {
  /** The criterion as the policy has it that made the rating. */
  readonly criterion: Criterion
  /** The steps of that policy. */
  readonly bands: readonly PolicyBand[]
  /** The address of that policy. */
  readonly policy: string
  readonly stretches: readonly Stretch[]
  readonly reach: Reach
  readonly addressOf: AddressOf
}

const tagOf = (rated: CriterionRating, { bands }: Around): Html => {
  if (rated.state === 'known') return proposedTag(bandNamed(bands, rated.proposes))
  if (rated.state === 'unknown') return statusTag({ text: 'Not known', colour: 'grey' })
  return statusTag({ text: 'Does not apply', colour: 'grey' })
}

const bandOf = ({ band, name, text, permitted, proposed }: Cell, bands: readonly PolicyBand[]): Band => ({
  name,
  text,
  colour: bandNamed(bands, band).colour,
  isMarked: proposed,
  ...(permitted && !proposed ? { note: 'Permitted too' } : {}),
})

const row = (rated: CriterionRating, { bands }: Around): Html =>
  bandRow({
    label: `The policy’s row for ${rated.name}`,
    mark: 'Proposed for this service',
    bands: rated.row.map((cell) => bandOf(cell, bands)),
  })

const evidence = ({ evidence: found }: CriterionRating, { criterion, addressOf }: Around): Html | false => {
  if (found === null || 'stated' in found) return false
  if (found.kind === 'rating') return gradingParts(found)
  return 'items' in found && itemsLookedAt(found.items, criterion, addressOf)
}

/** One criterion: its sentence, the policy's own row with the matching cell marked, its figures, items and past. */
export const criterionBlock = (rated: CriterionRating, around: Around): Html =>
  explanation({
    id: rated.id,
    title: rated.name,
    colour: rated.state === 'known' ? bandNamed(around.bands, rated.proposes).colour : 'grey',
    tag: tagOf(rated, around),
    sentence: rated.because,
    content: html`${
      rated.state !== 'not-applicable' &&
      html`${row(rated, around)}
${definitionList(figures(rated, around.policy, around.criterion))}
${evidence(rated, around)}
${trendChart(around, around.stretches, around.reach)}`
    }
<p class="govuk-body-s"><a class="govuk-link" href="${around.policy}#criterion-${rated.id}">The policy, ${paragraphInWords(rated.source)}</a></p>`,
  })
