import { z } from 'zod'
import type { Day, Instant } from '../../core/kit/days.ts'
import { actor, db } from '../../server/platform/database/unit-of-work.ts'
import { emit } from '../../server/platform/events/emit.ts'
import { heldByAnother, heldElsewhere, noSuchVisit } from '../refusals.ts'
import type { HandoverStore } from '../store.ts'
import type { Answer, Packing, Visit } from '../visit.ts'
import { addAnswers, loadAnswers } from './answers.ts'

const questions = z.array(z.object({ id: z.string(), text: z.string(), guidance: z.array(z.string()) }))

/** The store of a visit over PostgreSQL. Every call needs a unit of work around it; loading is content with a reading one. */
export const serverStore = (): HandoverStore => ({ loadVisit, recordAnswer, pack, handBack })

const loadVisit = async (id: string): Promise<Visit | null> => {
  if (!isUuid(id)) return null
  const row = await db()
    .selectFrom('visit')
    .innerJoin('service_now', 'service_now.id', 'visit.service_id')
    .select(['visit.id', 'title', 'service_now.name as service', 'held_on', 'questions'])
    .select(['packed_by', 'packed_at', 'device_id'])
    .where('visit.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    title: row.title,
    service: row.service,
    heldOn: row.held_on as Day,
    questions: questions.parse(row.questions),
    answers: await loadAnswers(id),
    heldBy: heldBy(row),
  }
}

const recordAnswer = async (id: string, answer: Answer) => {
  const visit = await lock(id)
  if (!visit) return noSuchVisit
  if (visit.heldBy) return heldElsewhere(visit.heldBy)
  if ((await addAnswers(visit, [answer])) > 0) await announce(visit, 'answered')
  else if (!(await keptIds(id)).has(answer.id))
    throw new Error(`The answer id ${answer.id} is taken by another visit`)
  return null
}

const pack = async (id: string, packing: Packing) => {
  const visit = await lock(id)
  if (!visit) return noSuchVisit
  if (visit.heldBy?.deviceId === packing.deviceId) return null
  if (visit.heldBy) return heldElsewhere(visit.heldBy)
  await setHolder(id, packing)
  await announce(visit, 'packed')
  return null
}

const handBack = async (id: string, device: string, answers: readonly Answer[]) => {
  const visit = await lock(id)
  if (!visit) return noSuchVisit
  if (visit.heldBy && visit.heldBy.deviceId !== device) return heldByAnother(visit.heldBy)
  const added = await addAnswers(visit, answers)
  await setHolder(id, null)
  if (added > 0 || visit.heldBy) await announce(visit, 'handed back')
  const kept = await keptIds(id)
  return { received: answers.map((answer) => answer.id).filter((answer) => kept.has(answer)) }
}

const keptIds = async (visit: string): Promise<ReadonlySet<string>> =>
  new Set((await loadAnswers(visit)).map((answer) => answer.id))

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success

/** Locks the visit until the unit of work ends, so that packing and answering exclude one another. */
const lock = async (id: string) => {
  if (!isUuid(id)) return null
  const columns = ['id', 'authority_id', 'service_id', 'packed_by', 'packed_at', 'device_id'] as const
  const row = await db()
    .selectFrom('visit')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row
    ? { id: row.id, authority: row.authority_id, service: row.service_id, heldBy: heldBy(row) }
    : null
}

type Held = {
  readonly packed_by: string | null
  readonly packed_at: Instant | null
  readonly device_id: string | null
}

const heldBy = (row: Held): Packing | null =>
  row.packed_by && row.packed_at && row.device_id
    ? { holder: row.packed_by, packedAt: row.packed_at, deviceId: row.device_id }
    : null

const setHolder = (id: string, packing: Packing | null) =>
  db()
    .updateTable('visit')
    .set({
      packed_by: packing?.holder ?? null,
      packed_at: packing?.packedAt ?? null,
      device_id: packing?.deviceId ?? null,
    })
    .where('id', '=', id)
    .execute()

type Announced = { readonly id: string; readonly authority: string; readonly service: string }

const announce = (visit: Announced, what: string) =>
  emit({
    kind: 'visit.changed',
    authority: visit.authority,
    subject: { kind: 'visit', id: visit.id },
    payload: { visit: visit.id, service: visit.service, what, by: actor().id },
  })
