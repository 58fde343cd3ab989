import { type Day, dayOf } from '../../core/kit/days.ts'
import { closedAtMost, dueOn, keptUntil } from '../../core/retention/due.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Closed, Disposable } from '../platform/disposable.ts'
import { holdsOf } from './queries.ts'
import { type Rule, type Rules, rulesOn } from './rules.ts'

/** A record that may be disposed of today, by which rule, and the last day on which it had to be kept. */
export type DueRecord = Closed & { readonly rule: Rule; readonly keptUntil: Day }

/** Everything of an authority that is due today, and the policy that says so. */
export type DueNow = Pick<Rules, 'reference'> & {
  readonly records: readonly DueRecord[]
  readonly heldServices: readonly string[]
}

/** Returns what is due today. Nothing under a legal hold is among it. */
export const dueNow = async (authority: string, disposables: readonly Disposable[]): Promise<DueNow> => {
  const today = dayOf(now())
  const { reference, rules } = await rulesOn(authority, today)
  const holds = (await holdsOf()).filter((hold) => hold.authority === authority)
  const heldServices = holds.filter(({ kind }) => kind === 'service').map(({ id }) => id)
  const records: DueRecord[] = []
  for (const disposable of disposables) {
    const rule = rules.find(({ kind }) => kind === disposable.kind)
    if (rule === undefined) continue
    const until = closedAtMost(rule.period, today)
    const closed = await disposable.closed({ authority, until, heldServices })
    for (const record of dueOn(closed, rule, holds, today))
      records.push({ ...record, rule, keptUntil: keptUntil(record.closedOn, rule.period) })
  }
  return { reference, records, heldServices }
}
