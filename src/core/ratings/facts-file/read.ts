/** The file of facts that `./plumbline rate` and the packs' worked cases read. */
import { z } from 'zod'
import { always, type Parsed, parse, quoted } from '../../kit/door.ts'
import { type Problem, problem } from '../../kit/problems.ts'
import type { Policy } from '../../policy/policy.ts'
import type { ServiceFacts } from '../facts.ts'
import { keyOf } from './fields.ts'
import { collectedSchema, repeats, serviceOf, serviceSchema } from './service.ts'

export type FactsRead =
  | { readonly ok: true; readonly services: readonly ServiceFacts[] }
  | { readonly ok: false; readonly faults: readonly Problem[] }

const fileSchema = (policy: Policy) =>
  z
    .strictObject({ services: z.array(serviceSchema(policy)), collected: collectedSchema.nullish() })
    .superRefine((file: unknown, context) => {
      const services = keyOf(file, 'services')
      const ids = (Array.isArray(services) ? services : []).map((service: unknown) => keyOf(service, 'id'))
      const texts = ids.map((id) => (typeof id === 'string' ? id : undefined))
      for (const { path, says } of repeats(
        texts,
        (index) => ['services', index, 'id'],
        (id) => `The id ${quoted(id)} is here twice.`,
      ))
        context.addIssue({
          code: 'custom',
          path: [...path],
          message: says,
          params: { next: 'Give each service its own.' },
        })
    }, always)

/** Returns a path as people write JSON paths: `$.services[3].intelligence[0].outcome`. */
export const jsonPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(String(key))
      ? `${text}.${String(key)}`
      : `${text}[${quoted(key)}]`
  }, '$')

/** Returns the services of a file of facts, in its order, or all complaints. */
export const parseFacts = (json: unknown, policy: Policy): Parsed<readonly ServiceFacts[]> => {
  const parsed = parse(fileSchema(policy), json)
  if (!parsed.ok) return parsed
  const { services, collected } = parsed.value
  return { ok: true, value: services.map((service) => serviceOf(service, collected ?? {})) }
}

/** The same, with each fault at its JSON path. */
export const readFacts = (json: unknown, policy: Policy): FactsRead => {
  const parsed = parseFacts(json, policy)
  if (parsed.ok) return { ok: true, services: parsed.value }
  const faults = parsed.complaints.map(({ path, says, next }) =>
    problem('facts-wrong', { says, next }, jsonPath(path)),
  )
  return { ok: false, faults }
}
