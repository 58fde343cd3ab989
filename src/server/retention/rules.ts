import type { Day } from '../../core/kit/days.ts'
import { isFault } from '../../core/kit/problems.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Period } from '../../core/retention/due.ts'
import type { RecordKind } from '../../core/retention/record-kinds.ts'
import { policyInForce } from '../policy/in-force.ts'

/** One rule of the policy in force: how long records of a kind are kept, and where that comes from. */
export type Rule = { readonly kind: RecordKind; readonly period: Period; readonly basis: string }

/** The rules of a day, and the version of the policy that they stand in. */
export type Rules = { readonly reference: Policy['reference'] | null; readonly rules: readonly Rule[] }

/** Returns the rules of retention that are in force on a day. Without a policy there are none, and nothing is due. */
export const rulesOn = async (authority: string, day: Day): Promise<Rules> => {
  try {
    const { documents, reference } = await policyInForce(authority, day)
    const rules = documents.retention?.rules ?? []
    return {
      reference,
      rules: rules.map(({ record, keepFor, source, assumption }) => ({
        kind: record,
        period: keepFor,
        basis: source ?? `Assumption: ${assumption ?? ''}`,
      })),
    }
  } catch (error) {
    if (isFault(error) && error.problem.code === 'no-policy-in-force') return { reference: null, rules: [] }
    throw error
  }
}
