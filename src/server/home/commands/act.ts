import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { actor, db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { EventKind, Payloads } from '../../platform/events/event.ts'
import { noteSteps } from './write-alerts.ts'

/** What a person does with alerts: which event it is, what is written, and of which it is no news. */
type Deed<Kind extends EventKind> = {
  readonly kind: Kind
  readonly what: string
  readonly payload: (common: {
    readonly alerts: readonly string[]
    readonly services: readonly string[]
  }) => Payloads[Kind]
  /** True where nothing would change: the same press twice, say. */
  readonly isSo: (alert: Held) => boolean
  readonly set: Readonly<Record<string, string | null>>
  readonly step: { readonly to?: string; readonly until?: string | null; readonly note?: string | null }
}

type Held = Awaited<ReturnType<typeof lock>>[number]

/** Who did it, where it is a person: a token of the API stands in the trail only. */
const doer = (): string | null => (actor().kind === 'person' ? actor().id : null)

/** Locks the open alerts of a form, so that two people who act at once act one after the other. */
const lock = (ids: readonly string[]) =>
  db()
    .selectFrom('alert')
    .where('id', 'in', ids)
    .where('cleared_at', 'is', null)
    .where('done_at', 'is', null)
    .select(['id', 'authority_id', 'service_id', 'rule', 'acknowledged_at', 'assigned_to', 'snoozed_until'])
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * Does one thing with several alerts, under one event a council. What is so already, what is done and what was cleared
 * meanwhile is left alone, so a form that is sent twice acts once. Returns how many changed.
 */
const act = async <Kind extends EventKind>(ids: readonly string[], deed: Deed<Kind>): Promise<number> => {
  if (ids.length === 0) return 0
  const alerts = (await lock(ids)).filter((alert) => !deed.isSo(alert))
  for (const [authority, own] of Map.groupBy(alerts, (alert) => alert.authority_id)) {
    const mine = own.map(({ id }) => id)
    const services = [...new Set(own.flatMap(({ service_id }) => service_id ?? []))]
    await emit(
      {
        kind: deed.kind,
        authority,
        subject: { kind: 'authority', id: authority },
        payload: deed.payload({ alerts: mine, services }),
      },
      async (event) => {
        await db().updateTable('alert').set(deed.set).where('id', 'in', mine).execute()
        await noteSteps(authority, mine, event.id, { what: deed.what, person: doer(), ...deed.step })
      },
    )
  }
  return alerts.length
}

/** Says that somebody has seen alerts and deals with them. */
export const acknowledge = (ids: readonly string[]): Promise<number> =>
  act(ids, {
    kind: 'alerts.acknowledged',
    what: 'acknowledged',
    payload: (common) => common,
    isSo: ({ acknowledged_at }) => acknowledged_at !== null,
    set: { acknowledged_at: now(), acknowledged_by: doer() },
    step: {},
  })

/** Gives alerts to one of the council's own people. Throws `not-found` where there is no such person. */
export const assign = async (ids: readonly string[], person: string): Promise<number> => {
  const found = await db()
    .selectFrom('council_person_now')
    .where('id', '=', person)
    .select('id')
    .executeTakeFirst()
  if (found === undefined) throw fault('not-found', { what: 'person', id: person })
  return act(ids, {
    kind: 'alerts.assigned',
    what: 'assigned',
    payload: (common) => ({ ...common, person }),
    isSo: ({ assigned_to }) => assigned_to === person,
    set: {
      assigned_at: now(),
      assigned_to: person,
      assigned_by: doer(),
      snoozed_until: null,
      snoozed_by: null,
    },
    step: { to: person },
  })
}

/** Puts alerts off until a day. They come back by themselves. */
export const snooze = (ids: readonly string[], until: Day): Promise<number> =>
  act(ids, {
    kind: 'alerts.snoozed',
    what: 'snoozed',
    payload: (common) => ({ ...common, until }),
    isSo: ({ snoozed_until }) => snoozed_until === until,
    set: { snoozed_until: until, snoozed_by: doer() },
    step: { until },
  })

/** Brings alerts back that were put off. */
export const wake = (ids: readonly string[]): Promise<number> =>
  act(ids, {
    kind: 'alerts.woken',
    what: 'woken',
    payload: (common) => common,
    isSo: ({ snoozed_until }) => snoozed_until === null,
    set: { snoozed_until: null, snoozed_by: null },
    step: {},
  })

/** Marks alerts as done, with what was done. The note stays with the alert; the trail only says that it was done. */
export const finish = (ids: readonly string[], note: string | null): Promise<number> =>
  act(ids, {
    kind: 'alerts.done',
    what: 'done',
    payload: (common) => common,
    isSo: () => false,
    set: { done_at: now(), done_by: doer(), done_note: note },
    step: { note },
  })
