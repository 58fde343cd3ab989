import type { Permission } from '../../core/people/permissions.ts'

/** A page of administration, with the permission that shows its link. */
export type AdministrationPlace = {
  readonly text: string
  readonly href: string
  readonly does: string
  readonly permission: Permission
}

/** What administrators and contract staff need now and then, in the order of the page. A new page of the kind is a line here. */
export const administrationPlaces: readonly AdministrationPlace[] = [
  {
    text: 'People',
    href: '/people',
    does: 'Who works with this council here, their roles and their accounts.',
    permission: 'people.manage',
  },
  {
    text: 'Invite a person',
    href: '/people/invite',
    does: 'By email, for the council, a provider or a partner agency.',
    permission: 'service-people.edit',
  },
  {
    text: 'Mail',
    href: '/outbox',
    does: 'What was sent to them, and what waits.',
    permission: 'people.manage',
  },
  {
    text: 'All alerts',
    href: '/alerts',
    does: 'What there is to do, for everyone, with filters.',
    permission: 'work.see',
  },
  { text: 'Roles', href: '/roles', does: 'Who may do what.', permission: 'roles.see' },
  {
    text: 'Documents',
    href: '/documents',
    does: 'What was decided about the ratings, and confirmed.',
    permission: 'documents.see',
  },
  {
    text: 'Import contracts',
    href: '/contracts/import',
    does: 'From a spreadsheet, checked before anything is taken in.',
    permission: 'contracts.edit',
  },
  {
    text: 'Import intelligence',
    href: '/intelligence/import',
    does: 'Files of other systems: concerns, enquiries, complaints. Checked before anything is taken in.',
    permission: 'intelligence.import',
  },
  {
    text: 'What is collected',
    href: '/intelligence/feeds',
    does: 'Which kinds of intelligence are recorded from when, so that none is told from unknown.',
    permission: 'intelligence.see',
  },
  {
    text: 'Concerns to look at',
    href: '/intelligence/raised',
    does: 'What came by the form without an account, and whose email nobody confirmed.',
    permission: 'concerns.triage',
  },
  {
    text: 'Authorised Officer',
    href: '/contracts/officer',
    does: 'Who leads every contract that has no lead of its own.',
    permission: 'contracts.edit',
  },
  {
    text: 'Public register',
    href: '/publication',
    does: 'What anyone can read of the services, and when it was last reviewed.',
    permission: 'publication.review',
  },
  {
    text: 'Import CQC’s data',
    href: '/register/imports',
    does: 'Files of CQC into the register, and what came of each.',
    permission: 'register.import',
  },
  {
    text: 'Tokens of the API',
    href: '/tokens',
    does: 'Which other systems read and write here, and what they may.',
    permission: 'tokens.manage',
  },
  {
    text: 'Audit trail',
    href: '/audit',
    does: 'Who did what and when, and who looked at what.',
    permission: 'audit.read',
  },
  {
    text: 'Retention',
    href: '/retention',
    does: 'What is due to be erased, legal holds, and certificates.',
    permission: 'retention.approve',
  },
]
