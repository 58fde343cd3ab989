import type { Band } from './band.ts'
import type { CriterionDocument } from './documents/criterion.ts'
import { gradeNamed } from './grades.ts'
import { gradeTolerances, shareTolerances } from './resolve-tolerances.ts'
import type { AmountCriterion, LevelCriterion, SinceCriterion } from './stated-criterion.ts'

type Common = 'id' | 'name' | 'source' | 'appliesTo' | 'knownBy'
type Own = Omit<AmountCriterion, Common> | Omit<LevelCriterion, Common> | Omit<SinceCriterion, Common>

/** Returns what is special to a criterion that reads a fact as people state it. */
export const statedOf = (row: Extract<CriterionDocument, { fact: object }>, bands: readonly Band[]): Own => {
  const fact = row.fact.key
  if (row.kind === 'since')
    return { kind: row.kind, fact, tolerances: shareTolerances(bands, row.tolerances) }
  if (row.kind === 'amount') {
    const { whole, one, many, takenFrom } = row.fact
    const tolerances = shareTolerances(bands, row.tolerances)
    const taken = takenFrom === undefined ? {} : { takenFrom }
    return { kind: row.kind, fact, whole, one, many, ...taken, tolerances }
  }
  const { grades } = row.fact
  const nameOf = (written: string) => gradeNamed({ grades, aliases: [] }, written) ?? written
  return { kind: row.kind, fact, grades, tolerances: gradeTolerances(bands, row.tolerances, nameOf) }
}
