import type { FieldError } from '../kit/field-error.ts'
import type { ProviderNamed } from './terms.ts'

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A provider that is known, under its id. */
export type KnownProvider = ProviderNamed & { readonly id: string }

/** A provider as it will stand: the one that is known, with what was empty filled in; or a new one. */
export type Recognised = { readonly id: string | null; readonly provider: ProviderNamed }

const change = 'change it on the page of the provider'

/** What was given against what is known: its name, id and group are so for all of its contracts. */
const contradictions = (given: ProviderNamed, known: ProviderNamed): readonly FieldError[] => [
  ...(same(known.name, given.name)
    ? []
    : [
        {
          field: 'provider',
          text: `The provider with the CQC id ${known.cqcId} is ${known.name}: use that name, or ${change}`,
        },
      ]),
  ...(given.cqcId === null || known.cqcId === null || known.cqcId === given.cqcId
    ? []
    : [
        {
          field: 'providerCqcId',
          text: `${known.name} has the CQC id ${known.cqcId}: leave this empty, or ${change}`,
        },
      ]),
  ...(given.group === null || known.group === null || same(known.group, given.group)
    ? []
    : [
        {
          field: 'group',
          text: `${known.name} belongs to the group ${known.group}: leave this empty, or ${change}`,
        },
      ]),
]

/** Recognises a provider by CQC's id, else by its legal name in whatever case. Returns it, or what contradicts the known one. */
export const recognise = (
  given: ProviderNamed,
  providers: readonly KnownProvider[],
): Recognised | { readonly errors: readonly FieldError[] } => {
  const known =
    providers.find(({ cqcId }) => cqcId !== null && cqcId === given.cqcId) ??
    providers.find(({ name }) => same(name, given.name))
  if (known === undefined) return { id: null, provider: given }
  const errors = contradictions(given, known)
  if (errors.length > 0) return { errors }
  return {
    id: known.id,
    provider: {
      name: known.name,
      cqcId: known.cqcId ?? given.cqcId,
      group: known.group ?? given.group,
    },
  }
}
