/** What can be done, by area: a route or a page asks for one of these. Whatever is not here, nobody may do. */

type Entry = { readonly area: string; readonly does: string }

/**
 * Every permission. `does` completes "Your role does not allow you to". An export has a permission of its own: what may
 * be read one by one may not for that be carried away whole.
 */
export const permissions = {
  'services.see': { area: 'Services', does: 'see services' },
  'own-services.see': { area: 'Services', does: 'see the services of your own provider on one page' },
  'service-people.see': { area: 'Services', does: 'see who works with a service for its provider' },
  'service-people.edit': { area: 'Services', does: 'choose who works with a service for its provider' },
  'services.hand-over': { area: 'Services', does: 'hand a service over to the next registered manager' },
  'facts.state': { area: 'Services', does: 'state what the rating reads of a service' },
  'register.import': { area: 'Services', does: 'import files of CQC into the register' },
  'ratings.see': { area: 'Ratings', does: 'see ratings and why they are so' },
  'decisions.see': { area: 'Decisions', does: 'see the sessions at which ratings are decided' },
  'decisions.decide': { area: 'Decisions', does: 'decide ratings' },
  'decisions.confirm': { area: 'Decisions', does: 'confirm what was decided' },
  'decisions.export': { area: 'Decisions', does: 'download the documents of decisions' },
  'documents.see': { area: 'Decisions', does: 'see the documents of decisions' },
  'intelligence.see': { area: 'Intelligence', does: 'see intelligence' },
  'intelligence.record': { area: 'Intelligence', does: 'record a concern' },
  'intelligence.correct': { area: 'Intelligence', does: 'correct intelligence and say how it ended' },
  'intelligence.import': { area: 'Intelligence', does: 'take in files of intelligence' },
  'intelligence.export': {
    area: 'Intelligence',
    does: 'download rows of intelligence that are to be mended',
  },
  'feeds.declare': { area: 'Intelligence', does: 'say what is collected from when, and of which services' },
  'concerns.triage': { area: 'Intelligence', does: 'decide on concerns whose email nobody confirmed' },
  'work.see': { area: 'Work', does: 'see a work queue' },
  'work.do': { area: 'Work', does: 'mark work as done' },
  'visits.see': { area: 'Visits', does: 'see visits' },
  'visits.carry-out': { area: 'Visits', does: 'carry out a visit' },
  'contracts.see': { area: 'Contracts', does: 'see contracts' },
  'contracts.edit': { area: 'Contracts', does: 'add and change contracts, providers and services' },
  'contracts.export': { area: 'Contracts', does: 'download the list of contracts' },
  'plan.see': { area: 'Monitoring plan', does: 'see the monitoring plan' },
  'plan.arrange': { area: 'Monitoring plan', does: 'arrange activities and record what was held' },
  'plan.export': { area: 'Monitoring plan', does: 'download the monitoring plan' },
  'contacts.record': { area: 'Monitoring plan', does: 'record calls, emails and visits' },
  'suspensions.see': { area: 'Suspensions', does: 'see why new placements are suspended' },
  'suspensions.decide': { area: 'Suspensions', does: 'suspend new placements, or lift a suspension' },
  'publication.review': { area: 'Suspensions', does: 'say that the public register was reviewed' },
  'policy.see': { area: 'Policy and roles', does: 'see the policy' },
  'roles.see': { area: 'Policy and roles', does: 'see who may do what' },
  'side.choose': { area: 'Policy and roles', does: 'choose for whom you act, where you have several roles' },
  'people.manage': { area: 'People', does: 'invite people and change their accounts' },
  'administration.see': { area: 'People', does: 'see the page Administration' },
  'history.see': { area: 'Audit', does: 'see the history of a record' },
  'services.export': { area: 'Services', does: 'take the list of services as a file' },
  'ratings.export': { area: 'Ratings', does: 'take the list of ratings as a file' },
  'tokens.manage': { area: 'People', does: 'make and revoke tokens of the API' },
  'audit.read': { area: 'Audit', does: 'read the audit trail' },
  'audit.export': { area: 'Audit', does: 'download the audit trail' },
  'retention.approve': { area: 'Audit', does: 'approve that old records are erased' },
} as const satisfies Record<string, Entry>

export type Permission = keyof typeof permissions

/** Whether a text is a permission of the table. */
export const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text)

/** What a permission lets its holder do, in words that complete "Your role does not allow you to". */
export const doesOf = (permission: Permission): string => permissions[permission].does

/** Every permission in the order of the table. */
export const allPermissions = Object.keys(permissions).filter(isPermission)
