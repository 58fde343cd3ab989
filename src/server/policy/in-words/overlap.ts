import { listed } from '../../../core/kit/words.ts'
import type { CriterionDocument } from '../../../core/policy/documents/criterion.ts'

type RatingRow = Extract<CriterionDocument, { kind: 'rating' }>
type Rule = RatingRow['overlaps'][number]
type Alternative = Rule['proposes'][number]
type Named = { readonly id: string; readonly name: string }

const nameOf = (bands: readonly Named[], id: string): string =>
  bands.find((band) => band.id === id)?.name ?? id

const conditionInWords = ({ ifAnyOf = [] }: Alternative, part: string): string =>
  listed(
    ifAnyOf.map((one) => `a ${one.part === 'deciding' ? `deciding ${part}` : part} is below ${one.below}`),
    'or',
  )

/** Returns the rule for a grade that the table puts into two colours, as sentences. */
export const overlapInWords = (rule: Rule, row: RatingRow, bands: readonly Named[], part: string): string => {
  const permitted = bands.filter(({ id }) => row.tolerances[id]?.grades.includes(rule.grade))
  const choices = rule.proposes.map((choice) =>
    choice.ifAnyOf === undefined
      ? `Otherwise ${nameOf(bands, choice.band)}.`
      : `${nameOf(bands, choice.band)} where ${conditionInWords(choice, part)}.`,
  )
  const may = listed(
    permitted.map(({ name }) => name),
    'or',
  )
  return `${rule.grade} may be ${may}. ${choices.join(' ')} Where no ${part} is known: ${nameOf(bands, rule.noPartKnown)}.`
}
