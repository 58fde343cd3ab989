import { randomUUID } from 'node:crypto'
import { type ContractRead, type ContractTyped, readContract } from '../../core/contracts/contract-form.ts'
import { readService, type ServiceRead, type ServiceTyped } from '../../core/contracts/service-form.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { serviceTypeNames } from '../register/words.ts'
import { addContract } from './commands/contracts.ts'
import { recognisedProvider } from './queries/known-provider.ts'
import { councilPeople } from './queries/people.ts'
import { referenceTaken } from './queries/reference.ts'

/** Everything that was typed or sent to add a contract. */
export type WholeTyped = {
  readonly id: string
  readonly contract: ContractTyped
  readonly service: ServiceTyped
  /** The id of a person of the council; empty for the Authorised Officer. */
  readonly lead: string
}

type Read = { readonly contract: ContractRead; readonly service: ServiceRead | null }

/** Reads what a contract is to say, from whoever has `id`. Returns it, or everything that is wrong with it at once. */
export const readTerms = async (
  authority: string,
  id: string,
  typed: ContractTyped,
): Promise<ContractRead | readonly FieldError[]> => {
  const read = readContract(typed, serviceTypeNames)
  const provider = 'errors' in read ? null : await recognisedProvider(authority, read.provider)
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...(await referenceTaken(authority, typed.reference, id)),
    ...(provider && 'errors' in provider ? provider.errors : []),
  ]
  if (errors.length > 0 || 'errors' in read || provider === null || 'errors' in provider) return errors
  return { terms: read.terms, provider: provider.provider }
}

const leadUnknown = async (authority: string, lead: string): Promise<readonly FieldError[]> =>
  lead === '' || (await councilPeople(authority)).some(({ id }) => id === lead)
    ? []
    : [{ field: 'lead', text: 'Select a person of the council' }]

/** Reads the whole form: everything that is wrong with it at once, that which the database knows included. */
const readWhole = async (
  authority: string,
  typed: WholeTyped,
  isNew: boolean,
): Promise<Read | readonly FieldError[]> => {
  const service = isNew ? readService(typed.service) : null
  const contract = await readTerms(authority, typed.id, typed.contract)
  const errors = [
    ...(service && 'errors' in service ? service.errors : []),
    ...('terms' in contract ? [] : contract),
    ...(await leadUnknown(authority, typed.lead)),
  ]
  if (errors.length > 0 || !('terms' in contract)) return errors
  return { contract, service: service && 'service' in service ? service.service : null }
}

/**
 * Adds a contract with a service that is there, or with a new one where `service` is null. Returns everything that is
 * wrong with it at once; nothing where it was added.
 */
export const addWhole = async (
  authority: string,
  typed: WholeTyped,
  service: string | null,
): Promise<readonly FieldError[]> => {
  const read = await readWhole(authority, typed, service === null)
  if (!('contract' in read)) return read
  const newService = read.service && {
    ...read.service,
    id: randomUUID(),
    location: null,
    type: read.contract.terms.serviceType,
    provider: read.contract.provider.name,
  }
  await addContract({
    ...read.contract,
    id: typed.id,
    authority,
    service: service ?? newService?.id ?? '',
    newService,
    lead: typed.lead || null,
  })
  return []
}
