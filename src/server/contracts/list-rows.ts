import { standings } from '../../core/contracts/standing.ts'
import { nameOfType } from '../register/words.ts'
import type { ListedContract } from './queries/list-contracts.ts'

const heads = [
  'Service',
  'Service type',
  'Reference',
  'Provider',
  'Provider group',
  'Standing',
  'Start date',
  'Last day',
  'Annual value in pounds',
  'Contract lead',
  'Lead is the Authorised Officer',
]

/** Returns what a list of contracts shows as rows of a file, the headings first. Days are ISO, for sorting. */
export const listRows = (contracts: readonly ListedContract[]): readonly (readonly string[])[] => [
  heads,
  ...contracts.map((contract) => [
    contract.service,
    nameOfType(contract.type),
    contract.reference,
    contract.provider,
    contract.group ?? '',
    standings[contract.standing],
    contract.starts,
    contract.lastDay ?? '',
    contract.value === null ? '' : (contract.value / 100).toFixed(2),
    contract.lead ?? '',
    contract.lead === null || contract.leadNamed ? 'No' : 'Yes',
  ]),
]
