import type { Rule } from './rule.ts'
import { activityDue } from './rules/activity-due.ts'
import { belowGood } from './rules/below-good.ts'
import { dataMissing } from './rules/data-missing.ts'
import { feedSilent } from './rules/feed-silent.ts'
import { immediateConcern } from './rules/immediate-concern.ts'
import { newConcern } from './rules/new-concern.ts'
import { policyReview } from './rules/policy-review.ts'
import { proposalDiffers } from './rules/proposal-differs.ts'
import { ratingChanged } from './rules/rating-changed.ts'
import { registerReview } from './rules/register-review.ts'
import { suspensionReview } from './rules/suspension-review.ts'
import { toleranceCrossed } from './rules/tolerance-crossed.ts'

/** Every rule of alerts, most urgent first. A new rule is a file in `rules/`, a line here and an entry in the packs. */
export const rules: readonly Rule[] = [
  immediateConcern,
  newConcern,
  belowGood,
  ratingChanged,
  toleranceCrossed,
  proposalDiffers,
  activityDue,
  suspensionReview,
  policyReview,
  registerReview,
  dataMissing,
  feedSilent,
]

/** Ids of all rules. */
export const ruleIds = rules.map(({ id }) => id) as [string, ...string[]]

/** Returns a rule by its id; undefined for one that this version no longer has. */
export const ruleNamed = (id: string): Rule | undefined => rules.find((rule) => rule.id === id)

/** Returns a rule's name; its id for one that this version no longer has. */
export const nameOfRule = (id: string): string => ruleNamed(id)?.name ?? id
