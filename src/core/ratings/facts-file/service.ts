import { z } from 'zod'
import { intelligenceKinds } from '../../intelligence/kinds.ts'
import { day as dayOf } from '../../kit/days.ts'
import { always, quoted } from '../../kit/door.ts'
import type { Policy } from '../../policy/policy.ts'
import type { ServiceFacts } from '../facts.ts'
import { day, keyOf, name, people } from './fields.ts'
import { assessmentSchema, cqcSchema, gradingOf } from './grading.ts'
import { idOf, itemOf, itemSchema } from './intelligence.ts'
import { statedOf, statedSchema } from './stated.ts'

const cqc = 'cqc'

/** From which day every item of a kind is in the file. */
export const collectedSchema = z.partialRecord(z.enum(intelligenceKinds), day)

type Repeat = { readonly path: readonly PropertyKey[]; readonly says: string }

/** Returns where a name comes again in a list of names; undefined is no name. */
export const repeats = (
  names: readonly (string | undefined)[],
  at: (index: number) => readonly PropertyKey[],
  says: (name: string) => string,
): readonly Repeat[] =>
  names.flatMap((each, index) =>
    each === undefined || names.indexOf(each) === index ? [] : [{ path: at(index), says: says(each) }],
  )

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = keyOf(value, key)
  return Array.isArray(list) ? list : []
}

const assessmentDay = (assessment: unknown): string | undefined => {
  const [kind, published] = [keyOf(assessment, 'kind'), keyOf(assessment, 'published')]
  return kind === undefined || published === undefined ? undefined : `${kind} on ${published}`
}

const twice = (service: unknown): readonly Repeat[] => [
  ...repeats(
    listAt(service, 'assessments').map(assessmentDay),
    (index) => ['assessments', index, 'published'],
    (each) => `There are two assessments of one kind on one day: ${each}.`,
  ),
  ...repeats(
    listAt(service, 'intelligence').map((item, index) => idOf(keyOf(item, 'id'), index)),
    (index) => ['intelligence', index, 'id'],
    (id) => `The id ${quoted(id)} is here twice.`,
  ),
]

/** Returns the schema of one service in a file of facts, with the names that the policy knows. */
export const serviceSchema = (policy: Policy) => {
  const { serviceTypes, rating } = policy
  return z
    .strictObject({
      id: name,
      name: name.nullish(),
      serviceType: z.enum(serviceTypes.map(({ id }) => id)),
      population: people,
      cqc: cqcSchema(rating.schemes.find(({ id }) => id === cqc)).nullish(),
      assessments: z.array(assessmentSchema(rating.schemes.filter(({ id }) => id !== cqc))).nullish(),
      intelligence: z.array(itemSchema).nullish(),
      collected: collectedSchema.nullish(),
      ...statedSchema(policy),
    })
    .superRefine((service: unknown, context) => {
      for (const { path, says } of twice(service))
        context.addIssue({
          code: 'custom',
          path: [...path],
          message: says,
          params: { next: 'Take one of the two out.' },
        })
    }, always)
}

type ServiceInput = z.output<ReturnType<typeof serviceSchema>>
type Collected = z.output<typeof collectedSchema>

// In a file, a kind that nothing is said about is taken to be all there. In a database it is not (WA2).
const fromTheBeginning = Object.fromEntries(intelligenceKinds.map((kind) => [kind, dayOf('0001-01-01')]))

/** Returns the facts that a file's service means. What the service says is collected wins over what the file says. */
export const serviceOf = (input: ServiceInput, collected: Collected): ServiceFacts => ({
  id: input.id,
  name: input.name ?? input.id,
  serviceType: input.serviceType,
  population: input.population ? { people: input.population, basis: 'stated' } : null,
  gradings: [
    ...(input.cqc ? gradingOf(cqc, input.cqc, input.cqc.keyQuestions) : []),
    ...(input.assessments ?? []).flatMap((each) => gradingOf(each.kind, each, each.standards)),
  ],
  ...statedOf(input.risk),
  collectedFrom: { ...fromTheBeginning, ...collected, ...input.collected },
  intelligence: (input.intelligence ?? []).map(itemOf),
})
