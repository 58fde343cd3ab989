import { dayInWords } from '../../../core/kit/words.ts'
import type { CriterionRating } from '../../../core/ratings/rating.ts'
import { type Definition, definitionList } from '../../../ui/definitions.ts'
import { bandRow, explanation } from '../../../ui/explanation.ts'
import { type Html, html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { proposedTag } from '../../register/pages/proposed-tag.ts'
import { colourOfBand } from '../../register/words.ts'
import { evidenceDetail } from './evidence.ts'

const tagOf = (criterion: CriterionRating): Html => {
  if (criterion.state === 'known') return proposedTag(criterion.proposes)
  if (criterion.state === 'unknown') return statusTag({ text: 'Unknown', colour: 'grey' })
  return statusTag({ text: 'Does not apply', colour: 'grey' })
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** The figures under the sentence: as many as the criterion has. */
const figures = (criterion: CriterionRating): Definition[] => {
  const { evidence } = criterion
  const facts: Definition[] = []
  if (evidence !== null && evidence.kind !== 'rating')
    facts.push({
      term: 'Counted',
      value: `after ${dayInWords(evidence.window.after)}, up to ${dayInWords(evidence.window.to)}`,
    })
  if (evidence?.kind === 'rate') {
    facts.push({ term: 'Items in that time', value: evidence.events })
    facts.push({
      term: 'People using the service',
      value: evidence.population?.people ?? 'Not known',
      note: evidence.population === null ? undefined : `from ${basisNames[evidence.population.basis]}`,
    })
  }
  if (evidence?.kind === 'proportion')
    facts.push({
      term: 'Concluded in that time',
      value: evidence.concluded,
      note: `${evidence.met} of them counted`,
    })
  if (criterion.state === 'known') {
    if (criterion.interval !== null)
      facts.push({
        term: '95% interval',
        value: `${percent(criterion.interval.low)} to ${percent(criterion.interval.high)}`,
        note: 'where the true figure probably lies: with few people it is wide',
      })
    facts.push({
      term: 'Confidence',
      value: criterion.confidence.level === 'low' ? 'Low' : 'Good',
      note: criterion.confidence.because,
    })
  }
  if (criterion.state === 'unknown')
    facts.push({
      term: 'What would make it known',
      value: criterion.wouldHelp.what,
      note: `from ${criterion.wouldHelp.who}`,
    })
  return facts
}

const basisNames = {
  return: 'the latest return',
  capacity: 'the registered capacity',
  stated: 'the contract',
} as const

/** One criterion: its sentence, the policy's own row with the matching cell marked, its figures and items. */
export const criterionBlock = (criterion: CriterionRating): Html =>
  explanation({
    id: criterion.id,
    title: criterion.name,
    ...(criterion.state === 'known' ? { colour: colourOfBand(criterion.proposes) } : {}),
    tag: tagOf(criterion),
    sentence: criterion.because,
    content: html`${
      criterion.state !== 'not-applicable' &&
      bandRow({
        label: `The policy’s row for ${criterion.name}`,
        mark: 'This service',
        bands: criterion.row.map((cell) => ({ name: cell.name, text: cell.text, isMarked: cell.proposed })),
      })
    }
${definitionList(figures(criterion))}
${evidenceDetail(criterion)}
<p class="govuk-body-s">Policy, paragraph ${criterion.source}</p>`,
  })
