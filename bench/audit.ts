/**
 * Seals and verifies a trail of a million events, beside plain SHA-256 of the same bytes in the same run; then lets
 * four people write, first alone, then beside a sealing that never stops. Goals: a million events verify in under two
 * minutes, and the p95 of who writes is at most one and a half times what it is alone.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { linked } from '../src/core/audit/link.ts'
import { verifyTrail } from '../src/server/audit/verify.ts'
import { addAuthority } from '../src/server/authorities/commands.ts'
import { openDatabase } from '../src/server/open.ts'
import { system } from '../src/server/platform/actor.ts'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { allowLongWork } from '../src/server/platform/database/long-work.ts'
import { type Ground, onGround, unitOfWork } from '../src/server/platform/database/unit-of-work.ts'
import { emit } from '../src/server/platform/events/emit.ts'
import { sealEvents } from '../src/server/platform/events/seal.ts'
import { sha256 } from '../src/server/platform/events/sha256.ts'
import { sealsOf } from '../src/server/platform/events/trail.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const seconds = Number(process.argv[3] ?? 10)
const writers = 4
const actor = system('bench', ['northfold'])
const say = (text: string) => void process.stdout.write(`${text}\n`)

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** Some hundred thousand at a time, as they would come over the years. */
const fill = async (owner: pg.Client): Promise<void> => {
  for (let from = 1; from <= count; from += 100_000) await fillFrom(owner, from)
  await owner.query('vacuum analyze')
}

const fillFrom = (owner: pg.Client, from: number) =>
  owner.query(
    `with given as (
      select number, gen_random_uuid()::text::bytea as salt,
        '{"id":"' || gen_random_uuid() || '","version":1,"kind":"care-concern","occurred":"2026-11-01"}' as payload
      from generate_series($1::int, $2::int) as number),
    told as (
      insert into event (authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, digest, form, acted_as, request_id)
      select 'northfold', 'intelligence.recorded', 'service', gen_random_uuid(), 'person', gen_random_uuid(),
        '2026-11-01'::timestamptz + number * interval '1 second', sha256(salt || convert_to(payload, 'UTF8')), 2,
        'contract-lead', gen_random_uuid()
      from given order by number returning id, digest)
    insert into event_payload select told.id, given.salt, given.payload
      from told join given on told.digest = sha256(given.salt || convert_to(given.payload, 'UTF8'))`,
    [from, Math.min(count, from + 99_999)],
  )

/** Every link's bytes of one batch, and its payloads', hashed as often as makes the whole trail. */
const plainHashing = async (ground: Ground): Promise<{ seconds: number; megabytes: number }> => {
  const texts = await unitOfWork(ground, actor, 'read', async () => {
    for await (const rows of sealsOf('northfold'))
      return rows.flatMap((row) =>
        row.event === null ? [] : [linked(row.link, row, row.event), 's'.repeat(16 + 90)],
      )
    return []
  })
  const times = Math.max(1, Math.round((2 * count) / texts.length))
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) * times
  const took = await timed(async () => {
    for (let time = 0; time < times; time += 1) for (const text of texts) sha256(text)
  })
  return { seconds: took, megabytes: bytes / 2 ** 20 }
}

/** Lets several people write for some seconds. Returns how long each writing took, in milliseconds, sorted. */
const write = async (ground: Ground): Promise<readonly number[]> => {
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now()
      await unitOfWork(ground, actor, 'write', () =>
        onGround({ reactions: [] }, () =>
          emit({
            kind: 'work.done',
            authority: 'northfold',
            subject: { kind: 'service', id: 'bench' },
            payload: { item: 'bench' },
          }),
        ),
      )
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: writers }, one))
  return times.sort((first, second) => first - second)
}

const at = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0
const inWords = (times: readonly number[]): string =>
  `${Math.round(times.length / seconds)} a second; p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms`

const writersUnderSealing = async (ground: Ground): Promise<number> => {
  await write(ground)
  const rounds: number[] = []
  for (const round of [1, 2, 3]) {
    const alone = await write(ground)
    let writing = true
    let sealed = 0
    const sealing = (async () => {
      while (writing) sealed += await sealEvents(ground, actor)
    })()
    const beside = await write(ground)
    writing = false
    await sealing
    say(`Round ${round}: ${writers} writers alone: ${inWords(alone)}`)
    say(`Round ${round}: beside a sealing that never stops (${sealed} sealed): ${inWords(beside)}`)
    rounds.push(at(beside, 0.95) / at(alone, 0.95))
  }
  return rounds.sort((first, second) => first - second)[1] ?? 0
}

const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'))
const server = await startEmbedded({ dataFolder: join(folder, 'data'), say: () => {} })
const opened = await openDatabase(server.url('plumbline'), 'live', () => {}, folder)
const { ground } = opened
try {
  const council = { id: 'northfold', name: 'Northfold', areas: [], invented: true }
  await unitOfWork(ground, actor, 'write', () => addAuthority(council, 'wirral-2022'))
  const owner = new pg.Client({ connectionString: server.url('plumbline') })
  await owner.connect()
  say(`Made up in ${(await timed(() => fill(owner))).toFixed(0)} s`)
  await owner.end()
  const sealing = await timed(() => sealEvents(ground, actor))
  say(`${count.toLocaleString('en-GB')} events sealed in ${sealing.toFixed(1)} s`)
  let holds = false
  const verifying = await timed(() =>
    unitOfWork(ground, actor, 'read', async () => {
      await allowLongWork()
      const found = await verifyTrail(null)
      holds = found.broken.length === 0 && found.events === count + 1
    }),
  )
  const plain = await plainHashing(ground)
  say(
    `Verified in ${verifying.toFixed(1)} s (${holds ? 'it holds' : 'IT IS BROKEN'}); plain SHA-256 of the same ${Math.round(plain.megabytes)} MB: ${plain.seconds.toFixed(1)} s; ratio ${(verifying / plain.seconds).toFixed(1)}`,
  )
  const slower = await writersUnderSealing(ground)
  say(`p95 of who writes beside the sealing, against alone, middle of three rounds: ${slower.toFixed(2)}`)
  process.exitCode = holds && verifying < 120 && slower < 1.5 ? 0 : 1
} finally {
  await opened.close()
  await server.stop()
  await rm(folder, { recursive: true })
}
