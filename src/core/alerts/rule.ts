/** What a rule of alerts is: one entry of the table in `rules.ts`, in a file of its own. */
import type { Instant } from '../kit/days.ts'
import type { Permission } from '../people/permissions.ts'
import type { Role } from '../people/roles.ts'
import type { AlertsDocument } from '../policy/documents/alerts.ts'
import type { Policy } from '../policy/policy.ts'
import type { WatchedCouncil, WatchedService } from './watched.ts'
import type { Watching } from './watching.ts'

/** `now`: somebody may come to harm. `soon`: somebody must do something. `watch`: somebody should know. */
export type Urgency = 'now' | 'soon' | 'watch'

/** What stands beside the facts on the page that explains an alert. */
export type BecauseLine = { readonly name: string; readonly says: string }

/** A cause that a rule found. It is one alert, however often it is found. */
export type Cause = {
  readonly rule: string
  /** The service that it is about; null for the council as a whole. */
  readonly service: string | null
  /** What tells it from other causes of the same rule and service. The same text is the same cause. */
  readonly cause: string
  /** When it began. Due dates run from it. */
  readonly since: Instant
  /** Why now, in one sentence. */
  readonly says: string
  /** What the rule looked at. */
  readonly because: readonly BecauseLine[]
  /** Until when, where the thing itself has a date: a meeting that is due, say. */
  readonly due?: Watching['today']
  /** Whose it is, where the thing itself has somebody. */
  readonly person?: string
  /** What to open, where the thing itself has a page. */
  readonly opens?: string
}

/** What a rule says of a cause; whose rule and service it is, is known. */
export type Found = Omit<Cause, 'rule' | 'service'>

/** A number of the policy that a rule needs. */
export type Setting = 'after' | 'ahead' | 'within'

/** The policy's own entry for a rule: its numbers, and where they come from. */
export type RuleSettings = AlertsDocument['rules'][number]

/** What a rule is given beside the facts. */
export type Given = {
  readonly watching: Watching
  readonly policy: Policy
  readonly alerts: AlertsDocument
  readonly settings: RuleSettings
}

type Common = {
  readonly id: string
  readonly name: string
  /** The requirement that it serves. */
  readonly source: string
  readonly urgency: Urgency
  /** Whose it is first: the contract lead of the service, or everyone with one of these roles. */
  readonly goesTo: 'contract-lead' | readonly Role[]
  /** Who else sees it in their team's list. */
  readonly also: readonly Role[]
  /** Who may not see what it rests on does not see it either. */
  readonly permission: Permission
  readonly needs: readonly Setting[]
  /** What the main button of its row says. */
  readonly button: string
  /** What closes it without anybody's doing, as the reason that is kept. */
  readonly clears: string
  /** Whether nobody may mark it as done without saying what was done. */
  readonly asksNote: boolean
}

/** Looks at each service by itself. */
export type ServiceRule = Common & {
  readonly about: 'service'
  readonly find: (service: WatchedService, given: Given) => readonly Found[]
}

/** Looks at the council as a whole. */
export type CouncilRule = Common & {
  readonly about: 'council'
  readonly find: (council: WatchedCouncil, given: Given) => readonly Found[]
}

/** Is raised once, when something happens; it stays until somebody deals with it, or what happened is over. */
export type RaisedRule = Common & { readonly about: 'happening' }

export type Rule = ServiceRule | CouncilRule | RaisedRule
