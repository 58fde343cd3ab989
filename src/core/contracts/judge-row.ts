import type { FieldError } from '../kit/field-error.ts'
import { bareName, nearest } from '../kit/words.ts'
import { type ContractRead, readContract } from './contract-form.ts'
import { contractIn, type FileRow } from './file-row.ts'
import { type Matched, matchService, type ServiceCandidate } from './match-service.ts'
import { type KnownProvider, recognise } from './recognise-provider.ts'
import { type Difference, differences, typedOf } from './shown-terms.ts'

/** A contract that is there, as a row is compared with it. */
export type KnownContract = ContractRead & {
  readonly id: string
  readonly version: number
  readonly serviceId: string
  readonly service: string
  readonly stopped: boolean
  /** The named lead. */
  readonly lead: string | null
}

/** What is known beside the row. */
export type Known = {
  readonly types: Readonly<Record<string, string>>
  readonly services: readonly ServiceCandidate[]
  readonly registered: (location: string) => boolean
  readonly providers: readonly KnownProvider[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly contract: (reference: string) => KnownContract | null
}

/** What a row would do. */
export type Judged =
  | { readonly what: 'wrong'; readonly errors: readonly FieldError[] }
  | { readonly what: 'same'; readonly contract: KnownContract }
  | {
      readonly what: 'add'
      readonly read: ContractRead
      readonly service: Matched
      readonly lead: string | null
    }
  | {
      readonly what: 'change'
      readonly contract: KnownContract
      readonly read: ContractRead
      readonly differences: readonly Difference[]
      readonly lead: string | null
    }

const leadIn = (
  row: FileRow,
  { people }: Known,
): { readonly lead: string | null; readonly errors: readonly FieldError[] } => {
  const name = row.lead ?? ''
  if (name === '') return { lead: null, errors: [] }
  const found = people.filter((person) => bareName(person.name) === bareName(name))
  if (found.length === 1) return { lead: found[0]?.id ?? null, errors: [] }
  const meant = nearest(
    name,
    people.map((person) => person.name),
  )
  const advice = meant === null ? 'correct it, or leave it empty' : `did you mean ${meant}?`
  return {
    lead: null,
    errors: [{ field: 'lead', text: `${name} is not one person of the council: ${advice}` }],
  }
}

const compared = (
  contract: KnownContract,
  read: ContractRead,
  lead: string | null,
  types: Known['types'],
): Judged => {
  const found = differences(contract, read, types)
  const newLead = lead !== null && lead !== contract.lead ? lead : null
  if (found.length === 0 && newLead === null) return { what: 'same', contract }
  if (contract.stopped)
    return {
      what: 'wrong',
      errors: [
        {
          field: 'reference',
          text: `The contract ${contract.terms.reference} has been ended: a file does not change it any more`,
        },
      ],
    }
  return { what: 'change', contract, read, differences: found, lead: newLead }
}

/** Judges one row of a file: what it would add or change, or everything that is wrong with it. */
export const judgeRow = (row: FileRow, known: Known): Judged => {
  const contract = known.contract(row.reference ?? '')
  const read = readContract(contractIn(row, contract && typedOf(contract)), known.types)
  const provider = 'errors' in read ? null : recognise(read.provider, known.providers)
  const service = matchService(row, known.services, known.registered)
  const { lead, errors: leadErrors } = leadIn(row, known)
  const errors: FieldError[] = [
    ...('errors' in read ? read.errors : []),
    ...(provider && 'errors' in provider ? provider.errors : []),
    ...('errors' in service ? service.errors : []),
    ...leadErrors,
  ]
  if (contract !== null && !('errors' in service) && !('id' in service && service.id === contract.serviceId))
    errors.push({
      field: 'reference',
      text: `The contract ${contract.terms.reference} is for ${contract.service}: a contract keeps its service, so give this row another reference`,
    })
  if (
    errors.length > 0 ||
    'errors' in read ||
    provider === null ||
    'errors' in provider ||
    'errors' in service
  )
    return { what: 'wrong', errors }
  const effective = { terms: read.terms, provider: provider.provider }
  if (contract !== null) return compared(contract, effective, lead, known.types)
  return { what: 'add', read: effective, service, lead }
}
