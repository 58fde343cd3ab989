/** The key `risk` of a service in a file of facts: what the policy's criteria read of it, by the keys that the policy names. */
import { z } from 'zod'
import { adviceFor, quoted } from '../../kit/door.ts'
import { quantityOf } from '../../kit/exact.ts'
import { gradeNamed } from '../../policy/grades.ts'
import { isStated, type Policy } from '../../policy/policy.ts'
import type { AmountCriterion, LevelCriterion, StatedCriterion } from '../../policy/stated-criterion.ts'
import type { ServiceFacts } from '../facts.ts'
import { day } from './fields.ts'

const amount = ({ whole }: AmountCriterion) =>
  z.custom<number>(
    (value) =>
      typeof value === 'number' &&
      (whole ? Number.isSafeInteger(value) : true) &&
      quantityOf(String(value)) !== null,
    {
      error: ({ input }) =>
        `${quoted(input)} is neither null nor a ${whole ? 'whole number of 0 or more' : 'number of 0 or more with at most four decimals'}.`,
      params: { next: 'Give the number without unit, or null where it is not known.' },
    },
  )

const level = ({ grades }: LevelCriterion) => {
  const scheme = { grades, aliases: [] }
  return z.string().transform((written, context) => {
    const grade = gradeNamed(scheme, written)
    if (grade !== null) return grade
    context.addIssue({
      code: 'custom',
      message: `${quoted(written)} is not known here.`,
      params: { next: adviceFor(written, grades) },
    })
    return z.NEVER
  })
}

const schemaOf = (criterion: StatedCriterion): z.ZodType<string | number> => {
  if (criterion.kind === 'amount') return amount(criterion)
  return criterion.kind === 'level' ? level(criterion) : day
}

/** The key `risk`, or no such key where the policy reads no stated fact. */
export const statedSchema = ({ rating }: Policy): { readonly risk?: z.ZodType } => {
  const stated = rating.criteria.filter(isStated)
  if (stated.length === 0) return {}
  const keys = stated.map((criterion) => [criterion.fact, schemaOf(criterion).nullish()] as const)
  return { risk: z.strictObject(Object.fromEntries(keys)).nullish() }
}

/** Returns what was stated. Which keys there are is known only from the policy, so they are read as they come. */
export const statedOf = (risk: unknown): Pick<ServiceFacts, 'risk'> => {
  if (typeof risk !== 'object' || risk === null) return {}
  const said = Object.entries(risk).filter(
    ([, stated]) => typeof stated === 'string' || typeof stated === 'number',
  )
  return { risk: Object.fromEntries(said) }
}
