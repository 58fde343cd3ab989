/** What a token of the API may be given: one table. Reading, writing and taking whole files away are given apart. */
import type { Permission } from './permissions.ts'

type Entry = {
  readonly area: string
  /** Completes "may" and "may not". */
  readonly does: string
  /** The permission of people that it stands for. */
  readonly permission: Permission
  /** What is shown besides: whoever may take a file need not also be let in to read one by one. */
  readonly shows?: Permission
}

/** Every scope. An export has a scope of its own, as it has a permission of its own. */
export const scopes = {
  'services:read': {
    area: 'Services',
    does: 'read services and what CQC says of them',
    permission: 'services.see',
  },
  'services:write': {
    area: 'Services',
    does: 'add, change and end services',
    permission: 'contracts.edit',
  },
  'services:export': {
    area: 'Services',
    does: 'take the list of services as a file',
    permission: 'services.export',
    shows: 'services.see',
  },
  'facts:read': {
    area: 'Stated facts',
    does: 'read what is stated of a service for its rating',
    permission: 'ratings.see',
  },
  'facts:write': {
    area: 'Stated facts',
    does: 'state what the rating reads of a service',
    permission: 'facts.state',
  },
  'ratings:read': {
    area: 'Ratings',
    does: 'read proposed ratings and why they are so',
    permission: 'ratings.see',
  },
  'ratings:export': {
    area: 'Ratings',
    does: 'take the list of ratings as a file',
    permission: 'ratings.export',
    shows: 'ratings.see',
  },
  'intelligence:read': { area: 'Intelligence', does: 'read intelligence', permission: 'intelligence.see' },
  'intelligence:write': {
    area: 'Intelligence',
    does: 'record, correct and conclude intelligence',
    permission: 'intelligence.record',
  },
  'intelligence:export': {
    area: 'Intelligence',
    does: 'take intelligence as a file',
    permission: 'intelligence.export',
    shows: 'intelligence.see',
  },
  'contracts:read': { area: 'Contracts', does: 'read contracts', permission: 'contracts.see' },
  'contracts:write': {
    area: 'Contracts',
    does: 'add, change and end contracts',
    permission: 'contracts.edit',
  },
  'contracts:export': {
    area: 'Contracts',
    does: 'take the list of contracts as a file',
    permission: 'contracts.export',
    shows: 'contracts.see',
  },
  // Whether and since when nobody new can be placed is open to whoever sees services.
  'suspensions:read': {
    area: 'Suspensions',
    does: 'read suspensions of new placements',
    permission: 'suspensions.see',
    shows: 'services.see',
  },
  'suspensions:write': {
    area: 'Suspensions',
    does: 'record that new placements are suspended, and that a suspension is lifted',
    permission: 'suspensions.decide',
  },
  'plan:read': {
    area: 'Monitoring plan',
    does: 'read the monitoring plan and contacts',
    permission: 'plan.see',
  },
  'plan:write': {
    area: 'Monitoring plan',
    does: 'arrange activities and record what was held',
    permission: 'plan.arrange',
  },
  'contacts:write': {
    area: 'Monitoring plan',
    does: 'record calls, emails and visits',
    permission: 'contacts.record',
  },
  'decisions:read': {
    area: 'Decisions',
    does: 'read the documents in which sessions end',
    permission: 'documents.see',
  },
  'publication:read': {
    area: 'Public register',
    does: 'read how the public register stands',
    permission: 'publication.review',
  },
  'policy:read': { area: 'Policy', does: 'read the policy', permission: 'policy.see' },
  'visits:read': { area: 'Visits', does: 'read visits', permission: 'visits.see' },
  'work:read': { area: 'Work', does: 'read the work queue', permission: 'work.see' },
  'work:write': { area: 'Work', does: 'mark work as done', permission: 'work.do' },
  'imports:read': {
    area: 'Register',
    does: 'read what came of imports of CQC’s data',
    permission: 'register.import',
  },
  'audit:export': { area: 'Audit', does: 'take the audit trail as a file', permission: 'audit.export' },
} as const satisfies Readonly<Record<string, Entry>>

export type Scope = keyof typeof scopes

/** Whether a text is a scope of the table. */
export const isScope = (text: string): text is Scope => Object.hasOwn(scopes, text)

/** Every scope in the order of the table. */
export const allScopes = Object.keys(scopes).filter(isScope)

/**
 * Returns the scopes among these that hold: those of the table. The table bounds a token, and not the role of whoever
 * makes it: an administrator lets a system in without taking part in its work. What no system may ever do, such as
 * letting people in or deciding ratings, has no scope.
 */
export const scopesHeld = (given: readonly string[]): readonly Scope[] => given.filter(isScope)

/** Returns what a token with these scopes is permitted, as people are by their roles. Nothing, where it has none. */
export const permissionsOf = (given: readonly string[]): readonly Permission[] => [
  ...new Set(
    scopesHeld(given).flatMap((scope) => {
      const { permission, shows }: Entry = scopes[scope]
      return shows === undefined ? [permission] : [permission, shows]
    }),
  ),
]
