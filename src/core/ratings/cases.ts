/** A pack's worked cases: the policy shows that it gives what a person worked out on paper. */

import type { Day } from '../kit/days.ts'
import { adviceFor, type Complaint, quoted } from '../kit/door.ts'
import { inPlainWords } from '../kit/plain.ts'
import type { CaseDocument } from '../policy/documents/case.ts'
import type { Policy } from '../policy/policy.ts'
import { parseFacts } from './facts-file/read.ts'
import { outputOf } from './output.ts'
import { rate } from './rate.ts'
import type { Rating } from './rating.ts'

export type CaseResult = {
  readonly rating: Rating | null
  /** Empty where the policy gives what the case expects. */
  readonly complaints: readonly Complaint[]
}

type Values = Readonly<Record<string, unknown>>

// What a person calls the value of a key that names a band.
const bandKeys = ['band', 'proposes']

const inWords = (key: string, value: unknown): string => {
  if (value === null || value === undefined) return `no ${bandKeys.includes(key) ? 'band' : key}`
  return inPlainWords(value)
}

const differences = (expected: Values, found: Values, path: readonly PropertyKey[]): readonly Complaint[] =>
  Object.entries(expected)
    .filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(found[key]))
    .map(([key, value]) => ({
      path: [...path, key],
      says: `The case expects ${value === null ? '' : `${key} `}${inWords(key, value)}, and the policy gives ${inWords(key, found[key])}.`,
      next: 'Work it out on paper, then correct the case or the policy.',
    }))

/** Returns what the policy makes of a case, and everything in which that differs from what the case expects. */
export const runCase = (example: CaseDocument, policy: Policy): CaseResult => {
  const { asAt, service, expect } = example
  if (asAt < policy.reference.inForceFrom) {
    const says = `${asAt} is before the policy is in force (${policy.reference.inForceFrom}).`
    return { rating: null, complaints: [{ path: ['asAt'], says, next: 'Choose a later day.' }] }
  }
  const facts = parseFacts({ services: [service] }, policy)
  if (!facts.ok) {
    const complaints = facts.complaints.map(({ path, ...rest }) => ({
      path: ['service', ...path.slice(2)],
      ...rest,
    }))
    return { rating: null, complaints }
  }
  const [only] = facts.value
  if (only === undefined) return { rating: null, complaints: [] }
  const rating = rate(only, policy, asAt as Day)
  const output = outputOf(rating)
  const criteria = Object.entries(expect.criteria ?? {}).flatMap(([id, expected]): readonly Complaint[] => {
    const path = ['expect', 'criteria', id]
    const found = output.criteria.find((criterion) => criterion.id === id)
    if (found !== undefined) return differences(expected, found, path)
    const ids = output.criteria.map((criterion) => criterion.id)
    return [{ path, says: `There is no criterion ${quoted(id)}.`, next: adviceFor(id, ids) }]
  })
  return {
    rating,
    complaints: [...differences(expect.overall ?? {}, output.overall, ['expect', 'overall']), ...criteria],
  }
}
