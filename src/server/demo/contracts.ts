import type { Day } from '../../core/kit/days.ts'
import { plusDays } from '../../core/kit/days.ts'
import { addContracts } from '../contracts/commands/add-many.ts'
import { addContract, type NewContract, stopContract } from '../contracts/commands/contracts.ts'
import { nameLead, nameOfficer } from '../contracts/commands/leads.ts'
import { contractById } from '../contracts/queries/show-contract.ts'
import { followContracts } from '../register/commands/follow-contracts.ts'
import { idOf } from './ids.ts'
import type { InventedContract, InventedCouncil, InventedService } from './invented.ts'
import { inventedId } from './invented-location.ts'
import { groupOf, inventedProviderId } from './make/providers.ts'
import { mix } from './mix.ts'

const idOfContract = ({ reference }: InventedContract): string => idOf(`contract ${reference}`)

const newContract = (
  council: InventedCouncil,
  contract: InventedContract,
  service: InventedService | undefined,
): NewContract => ({
  id: idOfContract(contract),
  authority: council.id,
  service: idOf(contract.service),
  newService: null,
  lead: contract.lead === null ? null : idOf(contract.lead),
  provider: {
    name: contract.provider,
    cqcId: service?.cqc ? inventedProviderId(contract.provider) : null,
    group: groupOf(contract.provider),
  },
  terms: {
    reference: contract.reference,
    serviceType: contract.type,
    starts: contract.starts,
    ends: contract.ends,
    specification: contract.specification,
    funding: contract.funding,
    annualValue: contract.pounds === null ? null : contract.pounds * 100,
    population: contract.population,
    permitsSuspension: true,
    annualStatement: contract.annualStatement,
    kpiSet: mix[contract.type]?.kpiSet ?? null,
  },
})

/** Adds a contract with the service that it brings: one that opened while the council worked with Plumbline. */
const addWithService = async (
  council: InventedCouncil,
  contract: InventedContract,
  service: InventedService,
): Promise<void> => {
  const { name, type, provider, place, postcode } = service
  const location = service.cqc === null ? null : inventedId(service)
  const newService = { id: idOf(service.key), location, name, type, provider, place, postcode }
  await addContract({ ...newContract(council, contract, service), newService })
}

const stop = async (contract: InventedContract): Promise<void> => {
  if (contract.stop !== null) await stopContract(idOfContract(contract), 1, contract.stop.how)
}

/** Brings the contracts that a council had before it worked with Plumbline, as one file of its register of contracts. */
export const addFirstContracts = async (council: InventedCouncil, begun: Day): Promise<void> => {
  await nameOfficer(council.id, idOf(council.officer), begun)
  const services = new Map(council.services.map((service) => [service.key, service]))
  const first = council.contracts.filter(({ known }) => known === begun)
  await addContracts(
    council.id,
    'register of contracts',
    first.map((contract) => newContract(council, contract, services.get(contract.service))),
  )
  for (const contract of first) if (contract.stop?.known === begun) await stop(contract)
}

/** Does what happened to contracts in a while: new ones, new leads, ends, and what follows from an end. */
export const liveContracts = async (
  council: InventedCouncil,
  within: (day: Day) => boolean,
): Promise<void> => {
  for (const contract of council.contracts) {
    const service = council.services.find(({ key }) => key === contract.service)
    if (service !== undefined && within(contract.known)) await addWithService(council, contract, service)
    for (const { person, from } of contract.laterLeads)
      if (within(from)) await nameLead(await contractById(idOfContract(contract)), idOf(person), from)
    if (contract.stop === null) continue
    if (within(contract.stop.known)) await stop(contract)
    if (within(plusDays(contract.stop.how.on, 1))) await followContracts([idOf(contract.service)])
  }
}
