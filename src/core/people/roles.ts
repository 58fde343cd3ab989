/** Roles and what each may do: one table. A permission that no row names is denied to everyone. */
import type { Permission } from './permissions.ts'

/** Whose people hold a role: a council's, a provider's, or a partner agency's. */
export type Side = 'council' | 'provider' | 'partner'

export type Role =
  | 'quality-assessor'
  | 'contract-lead'
  | 'operational-lead'
  | 'quality-improvement-manager'
  | 'commissioner'
  | 'social-worker'
  | 'safeguarding-officer'
  | 'finance-validator'
  | 'director'
  | 'auditor'
  | 'administrator'
  | 'registered-manager'
  | 'contributor'
  | 'group-lead'
  | 'partner-member'

export type RoleEntry = {
  readonly name: string
  readonly side: Side
  /** What the role is for, in one sentence. */
  readonly does: string
  /** The paragraph of a policy, or the requirement, that it comes from. */
  readonly source: string
  readonly may: readonly Permission[]
}

/** Everyone who is signed in. */
const everyone = ['policy.see', 'side.choose'] as const satisfies readonly Permission[]

const reads = [
  ...everyone,
  'roles.see',
  'services.see',
  'service-people.see',
  'ratings.see',
  'contracts.see',
  'suspensions.see',
] as const satisfies readonly Permission[]

const team = [
  ...reads,
  'intelligence.see',
  'intelligence.record',
  'intelligence.correct',
  'work.see',
  'work.do',
  'visits.see',
  'history.see',
  'plan.see',
  'plan.arrange',
  'plan.export',
  'services.export',
  'contacts.record',
] as const satisfies readonly Permission[]

/** What the teams get of the meetings that decide (W 3.2). */
const getsDocuments = ['documents.see', 'decisions.export'] as const satisfies readonly Permission[]

const decides = [
  ...getsDocuments,
  'decisions.see',
  'decisions.decide',
  'decisions.confirm',
] as const satisfies readonly Permission[]

/** Looks after what comes in, and says what is collected. */
const keepsIntelligence = [
  'concerns.triage',
  'intelligence.import',
  'intelligence.export',
  'feeds.declare',
] as const satisfies readonly Permission[]

const keepsContracts = [
  ...keepsIntelligence,
  'contracts.edit',
  'contracts.export',
  'facts.state',
  'service-people.edit',
  'administration.see',
  'publication.review',
] as const satisfies readonly Permission[]

const provider = [
  ...everyone,
  'services.see',
  'own-services.see',
  'service-people.see',
] as const satisfies readonly Permission[]

/** W is Wirral's policy, B is Bolton's framework; X and W2.1 are numbers of the requirements. */
export const roles: Readonly<Record<Role, RoleEntry>> = {
  'quality-assessor': {
    name: 'Quality assessor',
    side: 'council',
    does: 'Carries out visits and assessments. Bolton says CQMO.',
    source: 'W 2.5; B 2.0',
    may: [...team, 'visits.carry-out', 'documents.see', 'decisions.see'],
  },
  'contract-lead': {
    name: 'Contract lead',
    side: 'council',
    does: 'Looks after contracts, and watches how each provider keeps to them.',
    source: 'W 2.4',
    may: [...team, ...keepsContracts, ...getsDocuments, 'suspensions.decide'],
  },
  'operational-lead': {
    name: 'Operational lead',
    side: 'council',
    does: 'Decides ratings every week with the quality team manager.',
    source: 'W 3.2',
    may: [...team, ...decides, 'contracts.export', 'suspensions.decide', ...keepsIntelligence],
  },
  // Two titles of the policy are one role (W3.25). Its id is the older title, which memberships already hold.
  'quality-improvement-manager': {
    name: 'Quality team manager',
    side: 'council',
    does: 'Leads the quality team, decides ratings with the operational lead, and hears disputes.',
    source: 'W 3.2, A1 7-8',
    may: [
      ...team,
      ...decides,
      'visits.carry-out',
      'contracts.export',
      'facts.state',
      'suspensions.decide',
      ...keepsIntelligence,
    ],
  },
  commissioner: {
    name: 'Commissioner',
    side: 'council',
    does: 'Buys services, and sees the whole market.',
    source: 'W 2.1 to 2.3',
    may: [...team, ...keepsContracts, ...getsDocuments, 'suspensions.decide'],
  },
  'social-worker': {
    name: 'Social worker',
    side: 'council',
    does: 'Reports concerns to the contracts team.',
    source: 'W 2.6',
    may: [...everyone, 'roles.see', 'services.see', 'intelligence.record'],
  },
  'safeguarding-officer': {
    name: 'Safeguarding officer',
    side: 'council',
    does: 'Sees what is known of a service, records concerns, and answers immediate ones.',
    source: 'W 4, 5; B 5.0',
    may: [
      ...everyone,
      'roles.see',
      'services.see',
      'ratings.see',
      'suspensions.see',
      'intelligence.see',
      'intelligence.record',
      'intelligence.correct',
      'concerns.triage',
      'visits.see',
      'work.see',
      'work.do',
    ],
  },
  'finance-validator': {
    name: 'Finance validator',
    side: 'council',
    does: 'Checks returns against evidence before they are paid.',
    source: 'B 5.0, App 2',
    may: [...everyone, 'roles.see', 'services.see', 'contracts.see', 'contracts.export'],
  },
  director: {
    name: 'Director',
    side: 'council',
    does: 'Reads ratings and contracts, and changes nothing. Approves what is erased.',
    source: 'B 5.0; X11',
    may: [
      ...reads,
      ...getsDocuments,
      'decisions.see',
      'plan.see',
      'administration.see',
      'retention.approve',
      'work.see',
    ],
  },
  auditor: {
    name: 'Auditor',
    side: 'council',
    does: 'Reads the audit trail, and no intelligence.',
    source: 'X10',
    may: [
      ...everyone,
      'roles.see',
      'services.see',
      'contracts.see',
      'history.see',
      'audit.read',
      'audit.export',
    ],
  },
  administrator: {
    name: 'Administrator',
    side: 'council',
    does: 'Sets Plumbline up, and says who has which role.',
    source: 'X9',
    may: [
      ...team,
      ...keepsContracts,
      'documents.see',
      'register.import',
      'people.manage',
      'tokens.manage',
      'ratings.export',
      'audit.read',
      'audit.export',
      'retention.approve',
    ],
  },
  'registered-manager': {
    name: 'Registered manager',
    side: 'provider',
    does: 'Answers for one or more services of a provider, chooses deputies, and hands over to the next.',
    source: 'W 2.5; B App 4; X7',
    may: [...provider, 'service-people.edit', 'services.hand-over'],
  },
  contributor: {
    name: 'Contributor',
    side: 'provider',
    does: 'A deputy, chosen by the registered manager, for the same services.',
    source: 'B App 4; X12',
    may: provider,
  },
  'group-lead': {
    name: 'Group lead',
    side: 'provider',
    does: 'The nominated individual: sees every service of a provider or a group.',
    source: 'X14',
    may: [...provider, 'service-people.edit'],
  },
  'partner-member': {
    name: 'Partner agency member',
    side: 'partner',
    does: 'Works for an agency such as an ICB or CQC. Sees what is shared with it, and nothing before that.',
    source: 'W 2.5 (W2.10); B 5.0',
    may: everyone,
  },
}

/** Whether any of the roles holds the permission. */
export const allows = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => roles[role].may.includes(permission))

/** Whether a text is a role of the table. */
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

/** Every role in the order of the table. */
export const allRoles = Object.keys(roles).filter(isRole)

/** Returns the roles of one side. */
export const rolesOfSide = (side: Side): readonly Role[] =>
  allRoles.filter((role) => roles[role].side === side)

/** Returns the roles that hold a permission, of whichever side. */
export const rolesThatMay = (permission: Permission): readonly Role[] =>
  allRoles.filter((role) => allows([role], permission))
