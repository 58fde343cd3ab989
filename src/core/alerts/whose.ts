/** Who sees which alerts, and whose they are, by the table of rules. */
import { allows, type Role } from '../people/roles.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Ids of rules, as one person stands to them. */
export type Whose = {
  /** All whose alerts the person may see. */
  readonly seen: readonly string[]
  /** Those that are the contract lead's: of a service that the person leads. */
  readonly byLead: readonly string[]
  /** Those that are everyone's with a role of the person. */
  readonly byRole: readonly string[]
  /** Those of a service without any lead, which then are the whole team's. */
  readonly withoutLead: readonly string[]
  /** Those that the person's team deals with. */
  readonly team: readonly string[]
}

const isFor = ({ goesTo, also }: Rule, role: Role): boolean =>
  also.includes(role) || (goesTo === 'contract-lead' ? role === 'contract-lead' : goesTo.includes(role))

/** Returns which alerts are whose, for a person with some roles. */
export const whoseFor = (roles: readonly Role[]): Whose => {
  const seen = rules.filter(({ permission }) => allows(roles, permission))
  const idsOf = (which: (rule: Rule) => boolean): readonly string[] => seen.filter(which).map(({ id }) => id)
  const team = idsOf((rule) => roles.some((role) => isFor(rule, role)))
  return {
    seen: idsOf(() => true),
    byLead: idsOf(({ goesTo }) => goesTo === 'contract-lead'),
    byRole: idsOf(({ goesTo }) => goesTo !== 'contract-lead' && goesTo.some((role) => roles.includes(role))),
    withoutLead: roles.includes('contract-lead') || roles.includes('administrator') ? team : [],
    team,
  }
}
