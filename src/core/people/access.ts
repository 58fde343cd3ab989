import type { Role } from './roles.ts'

/** Whose people somebody of a provider is: one provider's, or those of a group of them. */
export type Employer = { readonly provider: string } | { readonly group: string }

/** What somebody outside the council is given: a part in a provider's services, or in what an agency sees. */
export type Access =
  | {
      readonly side: 'provider'
      readonly role: Role
      readonly of: Employer
      /** Null for a group lead: every service of the provider or the group. */
      readonly service: string | null
    }
  | { readonly side: 'partner'; readonly agency: string }
