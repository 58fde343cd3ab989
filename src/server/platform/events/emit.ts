import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { servicesOf } from '../../../core/audit/about.ts'
import { actor, db, ground, now } from '../database/unit-of-work.ts'
import type { Event, EventKind, Payloads } from './event.ts'
import { react } from './reaction.ts'

/** What a command says has happened. */
export type Happening<Kind extends EventKind> = {
  readonly kind: Kind
  readonly authority: string | null
  readonly subject: { readonly kind: string; readonly id: string }
  readonly payload: Payloads[Kind]
}

/** Returns the digest that an event keeps when its payload is erased: SHA-256 over salt and payload. */
export const digestOf = (salt: Uint8Array, payload: string): Buffer =>
  createHash('sha256').update(salt).update(payload).digest()

/** What else an event is about, so that it stands in the history of that too. */
const writeSubjects = async ({ payload, subject }: Happening<EventKind>, event: number): Promise<void> => {
  const others = servicesOf(payload).filter((id) => subject.kind !== 'service' || subject.id !== id)
  if (others.length === 0) return
  await sql`insert into event_subject (event_id, subject_kind, subject_id)
    select ${event}, 'service', unnest(${others}::text[])`.execute(db())
}

const write = async <Kind extends EventKind>(happening: Happening<Kind>): Promise<Event<Kind>> => {
  const [salt, originSalt] = [randomBytes(16), randomBytes(16)]
  const payload = JSON.stringify(happening.payload)
  const recordedAt = now()
  const address = actor().from?.address ?? null
  const { id } = await db()
    .insertInto('event')
    .values({
      authority_id: happening.authority,
      kind: happening.kind,
      subject_kind: happening.subject.kind,
      subject_id: happening.subject.id,
      actor_kind: actor().kind,
      actor_id: actor().id,
      recorded_at: recordedAt,
      digest: digestOf(salt, payload),
      form: 2,
      acted_as: actor().actsAs ?? null,
      request_id: actor().from?.request ?? null,
      origin_digest: address === null ? null : digestOf(originSalt, address),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db().insertInto('event_payload').values({ event_id: id, salt, payload }).execute()
  if (address !== null)
    await db().insertInto('event_origin').values({ event_id: id, salt: originSalt, address }).execute()
  await writeSubjects(happening, id)
  return { ...happening, id, recordedAt } as Event<Kind>
}

/** Tells the other terms: same-transaction reactions run now, each later reaction gets its job in this transaction. */
const announce = async (event: Event): Promise<void> => {
  const { reactions, jobs } = ground()
  for (const reaction of reactions) {
    if (reaction.on !== event.kind) continue
    if (reaction.when === 'same-transaction') await react(reaction, event)
    else await jobs.send(reaction.name, { event: event.id, authority: event.authority })
  }
}

/**
 * Writes an event, then the rows that it explains (they name its id), then tells the other terms, which
 * see those rows. All of it is part of the unit of work that it is called in. Returns the event.
 */
export const emit = async <Kind extends EventKind>(
  happening: Happening<Kind>,
  rows: (event: Event<Kind>) => Promise<unknown> = async () => {},
): Promise<Event<Kind>> => {
  const event = await write(happening)
  await rows(event)
  await announce(event as unknown as Event)
  return event
}
