import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '../../../core/kit/days.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Reaction } from '../events/reaction.ts'
import type { Installation } from '../installation.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Database } from './schema.ts'

/** What a unit of work stands on. */
export type Ground = {
  readonly kysely: Kysely<Database>
  readonly clock: Clock
  readonly jobs: Jobs
  readonly reactions: readonly Reaction[]
  /** In a demonstration anyone may sign in as an invented person; live, nobody may. */
  readonly mode: 'demo' | 'live'
  /** Where files are kept that people send. */
  readonly dataFolder: string
  /** What this installation decided: addresses, times of sessions, mail. */
  readonly installation: Installation
}

type Unit = { readonly transaction: Transaction<Database>; readonly actor: Actor; readonly ground: Ground }

const units = new AsyncLocalStorage<Unit>()

const current = (): Unit => {
  const unit = units.getStore()
  if (!unit) throw new Error('The database was asked outside a unit of work. Wrap the call in unitOfWork().')
  return unit
}

/** Returns the queries of the unit of work that this code runs in. Throws outside one. */
export const db = (): Transaction<Database> => current().transaction

/** Returns who acts in this unit of work. */
export const actor = (): Actor => current().actor

/** Returns the platform's time. Rows are stamped with it, never with the database's now(). */
export const now = (): Instant => current().ground.clock()

/** Returns what this unit of work stands on: for the platform's own rooms. */
export const ground = (): Ground => current().ground

const postgresArray = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** Tells the database for whom it is asked, until the end of the transaction. */
const tell = (transaction: Transaction<Database>, who: Actor) =>
  sql`select set_config('plumbline.authorities', ${postgresArray(who.authorities)}, true),
    set_config('plumbline.services', ${who.services === 'all' ? 'all' : postgresArray(who.services)}, true),
    set_config('plumbline.person', ${who.kind === 'person' ? who.id : 'nobody'}, true)`.execute(transaction)

/**
 * Runs the work in one transaction for one actor: all of it is committed, or none. Row-level security
 * shows the actor's authorities and services only. `read` takes one consistent snapshot and cannot write.
 */
export const unitOfWork = <Result>(
  on: Ground,
  who: Actor,
  kind: 'read' | 'write',
  work: () => Promise<Result>,
): Promise<Result> => {
  const transaction =
    kind === 'read'
      ? on.kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
      : on.kysely.transaction()
  return transaction.execute(async (trx) => {
    await tell(trx, who)
    return units.run({ transaction: trx, actor: who, ground: on }, work)
  })
}

/** Runs the work in the same unit, on a changed ground: another clock for a demonstration's past, say. */
export const onGround = <Result>(changes: Partial<Ground>, work: () => Promise<Result>): Promise<Result> => {
  const unit = current()
  return units.run({ ...unit, ground: { ...unit.ground, ...changes } }, work)
}

/**
 * Runs the work in the same unit as another actor, and gives the unit back: for signing in, where the person is known
 * only after the unit began. Where the work throws, the unit is undone.
 */
export const actingAs = async <Result>(who: Actor, work: () => Promise<Result>): Promise<Result> => {
  const unit = current()
  const { from } = unit.actor
  await tell(unit.transaction, who)
  // Whoever acts now, the request is the same.
  const result = await units.run({ ...unit, actor: from ? { from, ...who } : who }, work)
  await tell(unit.transaction, unit.actor)
  return result
}
