import type { Cause } from './rule.ts'

/** An alert whose cause was still there when it was last looked at. */
export type Standing = {
  readonly id: string
  readonly rule: string
  readonly service: string | null
  readonly cause: string
  readonly says: string
  readonly due: string | null
}

/** What is to be done so that the alerts are those of the causes. */
export type Reconciled = {
  readonly opened: readonly Cause[]
  readonly changed: readonly { readonly id: string; readonly cause: Cause }[]
  readonly cleared: readonly Standing[]
}

const keyOf = ({ rule, service, cause }: Pick<Cause, 'rule' | 'service' | 'cause'>): string =>
  JSON.stringify([rule, service, cause])

const differs = (before: Standing, now: Cause): boolean =>
  before.says !== now.says || (now.due !== undefined && now.due !== before.due)

/**
 * Compares the alerts that stand with the causes that were found. One alert a cause: a cause that stands already opens
 * nothing, whatever people did with its alert; one that is gone clears it; the same cause, come again, is a new alert.
 */
export const reconcile = (standing: readonly Standing[], causes: readonly Cause[]): Reconciled => {
  const found = new Map(causes.map((cause) => [keyOf(cause), cause]))
  const there = new Map(standing.map((alert) => [keyOf(alert), alert]))
  return {
    opened: [...found].flatMap(([key, cause]) => (there.has(key) ? [] : [cause])),
    changed: [...there].flatMap(([key, alert]) => {
      const cause = found.get(key)
      return cause !== undefined && differs(alert, cause) ? [{ id: alert.id, cause }] : []
    }),
    cleared: standing.filter((alert) => !found.has(keyOf(alert))),
  }
}
