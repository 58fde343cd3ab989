/** Roles and what each may do: one table. A permission that no row names is denied to everyone. */

export type Role =
  | 'quality-assessor'
  | 'contract-lead'
  | 'operational-lead'
  | 'quality-improvement-manager'
  | 'commissioner'
  | 'social-worker'
  | 'registered-manager'
  | 'administrator'
  | 'auditor'

/** What a permission lets its holder do, in words that complete "Your role does not allow you to". */
export const permissions = {
  'services.see': 'see services',
  'ratings.see': 'see ratings and why they are so',
  'intelligence.see': 'see intelligence',
  'intelligence.record': 'record a concern',
  'work.see': 'see a work queue',
  'work.do': 'mark work as done',
  'visits.see': 'see visits',
  'visits.carry-out': 'carry out a visit',
  'policy.see': 'see the policy',
  'contracts.see': 'see contracts',
  'contracts.edit': 'add and change contracts, providers and services',
  'facts.state': 'state what the rating reads of a service',
  'register.import': 'import files of CQC into the register',
  'people.manage': 'invite people and change their accounts',
  'contracts.export': 'download contracts as a file',
  'history.see': 'see the history of a record',
  'audit.read': 'search the audit trail',
  'audit.export': 'download the audit trail as a file',
  'retention.approve': 'decide what is disposed of',
} as const satisfies Record<string, string>

export type Permission = keyof typeof permissions

type RoleEntry = { readonly name: string; readonly source: string; readonly may: readonly Permission[] }

const council = [
  'services.see',
  'ratings.see',
  'intelligence.see',
  'intelligence.record',
  'work.see',
  'work.do',
  'visits.see',
  'policy.see',
  'contracts.see',
  'contracts.export',
  'history.see',
] as const satisfies readonly Permission[]

/** Sources: Wirral 2.2 to 2.6 and 3.2. */
export const roles: Readonly<Record<Role, RoleEntry>> = {
  'quality-assessor': { name: 'Quality assessor', source: 'W 2.5', may: [...council, 'visits.carry-out'] },
  'contract-lead': {
    name: 'Contract lead',
    source: 'W 2.4',
    may: [...council, 'contracts.edit', 'facts.state'],
  },
  'operational-lead': { name: 'Operational lead', source: 'W 3.2', may: council },
  'quality-improvement-manager': {
    name: 'Quality improvement manager',
    source: 'W 3.2',
    may: [...council, 'visits.carry-out', 'facts.state'],
  },
  commissioner: { name: 'Commissioner', source: 'W 2.1', may: [...council, 'contracts.edit', 'facts.state'] },
  'social-worker': {
    name: 'Social worker',
    source: 'W 2.6',
    may: ['services.see', 'intelligence.record', 'policy.see'],
  },
  'registered-manager': { name: 'Registered manager', source: 'W 2.5', may: ['services.see', 'policy.see'] },
  administrator: {
    name: 'Administrator',
    source: 'X9',
    may: [
      ...council,
      'contracts.edit',
      'facts.state',
      'register.import',
      'people.manage',
      'audit.read',
      'audit.export',
      'retention.approve',
    ],
  },
  auditor: {
    name: 'Auditor',
    source: 'X10',
    may: ['services.see', 'contracts.see', 'policy.see', 'history.see', 'audit.read', 'audit.export'],
  },
}

/** Whether any of the roles holds the permission. */
export const allows = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => roles[role].may.includes(permission))

/** Whether a text is a role of the table. */
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)
