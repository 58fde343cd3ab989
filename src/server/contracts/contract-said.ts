import { z } from 'zod'
import { isInForce, standingOn, standings } from '../../core/contracts/standing.ts'
import { fundings, populationBases } from '../../core/contracts/terms.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, oneOf, textGiven } from '../platform/api/given.ts'
import type { Said } from '../platform/api/operation.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { lifetimeOf, termsOf } from './contract-row.ts'
import type { ContractInList } from './queries/contracts-after.ts'
import { lifetime, type ShownContract } from './queries/show-contract.ts'

const longest = 200

/** What a contract says, as it is sent in: the fields of the form. Their rules are the form's. */
export const termsSent = {
  reference: textGiven(longest),
  provider: textGiven(longest).describe('The legal name of the provider.'),
  providerCqcId: textGiven(longest).nullable().default(null),
  group: textGiven(longest).nullable().default(null).describe('The group that the provider belongs to.'),
  serviceType: textGiven(longest).describe('The type of service, by its id in the policy.'),
  starts: dayGiven,
  ends: dayGiven.nullable().default(null).describe('The last day that was agreed, if one was.'),
  specification: textGiven(longest).nullable().default(null),
  funding: oneOf(fundings),
  annualValue: z.number().nullable().default(null).describe('In pounds.'),
  populationBasis: oneOf(populationBases).describe('Where the number of people comes from.'),
  people: z.int().nullable().default(null).describe('Needed where the basis is `stated`.'),
  permitsSuspension: z.boolean(),
  annualStatement: z.boolean(),
  kpiSet: textGiven(longest).nullable().default(null),
}

/** A contract as the API says it. */
export const contractSaid = z
  .object({
    id: z.guid(),
    version: z.int(),
    reference: z.string(),
    service: z.guid(),
    serviceName: z.string(),
    serviceType: z.string(),
    provider: z.string(),
    providerCqcId: z.string().nullable(),
    group: z.string().nullable(),
    starts: z.iso.date(),
    ends: z.iso.date().nullable().describe('The last day that was agreed.'),
    lastDay: z.iso.date().nullable().describe('The day on which it stops, else the end that was agreed.'),
    standing: oneOf(standings),
    inForce: z.boolean().describe('Whether the council buys the service under it today.'),
    specification: z.string().nullable(),
    funding: oneOf(fundings),
    annualValue: z.number().nullable().describe('In pounds.'),
    populationBasis: oneOf(populationBases),
    people: z.int().nullable(),
    permitsSuspension: z.boolean(),
    annualStatement: z.boolean(),
    kpiSet: z.string().nullable(),
    lead: z.string().nullable(),
    leadNamed: z.boolean().describe('False where the lead is the Authorised Officer.'),
  })
  .partial()
  .required({ id: true, version: true })
  .meta({ id: 'Contract', description: 'A contract of the council with a provider, for one service.' })

type Whole = Pick<ShownContract, 'id' | 'version' | 'authority' | 'terms' | 'provider'> & {
  readonly service: { readonly id: string; readonly name: string }
  readonly lead: string | null
  readonly leadNamed: boolean
  readonly life: Parameters<typeof standingOn>[0]
}

const say = (asking: Asking, whole: Whole): Said<z.input<typeof contractSaid>> => {
  const { id, version, authority, terms, provider, service, lead, leadNamed, life } = whole
  const { population, annualValue, ...plain } = terms
  const today = dayOf(now())
  const flat = {
    ...plain,
    annualValue: annualValue === null ? null : annualValue / 100,
    populationBasis: population.basis,
    people: population.stated,
    provider: provider.name,
    providerCqcId: provider.cqcId,
    group: provider.group,
    service: service.id,
    serviceName: service.name,
    lastDay: life.stopped?.on ?? life.ends,
    standing: standingOn(life, today),
    inForce: isInForce(life, today),
    lead,
    leadNamed,
  }
  // Whoever may only write needs its id and version to change it.
  return { ...asking.seen('contract', flat, { authority, service: service.id }), id, version }
}

/** Returns a contract as the token that asks may see it. */
export const sayContract = (asking: Asking, found: ShownContract): Said<z.input<typeof contractSaid>> =>
  say(asking, {
    ...found,
    lead: found.lead?.name ?? null,
    leadNamed: found.lead?.named === true,
    life: lifetime(found),
  })

/** Returns a contract of a list as the token that asks may see it. */
export const sayListed = (asking: Asking, row: ContractInList): Said<z.input<typeof contractSaid>> =>
  say(asking, {
    id: row.id,
    version: row.version,
    authority: row.authority_id,
    terms: termsOf(row),
    provider: { name: row.provider_name ?? '', cqcId: row.cqc_id, group: row.group_name },
    service: { id: row.service_id, name: row.service },
    lead: row.lead,
    leadNamed: row.lead_named === true,
    life: lifetimeOf(row),
  })
