/** Sealing goes on beside those who write: it waits for none of them, and none of them waits for it (X10). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openTrail, type Trail } from './trail.ts'

let trail: Trail
let writer: pg.Client
before(async () => {
  trail = await openTrail()
  writer = new pg.Client({ connectionString: trail.plumbline.address })
  await writer.connect()
})
after(async () => {
  await writer.end()
  await trail.close()
})

const insert = `insert into event (authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, digest)
  values ('northfold', 'work.done', 'service', 'x', 'person', 'ada', now(), sha256('salt{}')) returning id`
const withPayload = `with told as (${insert}) insert into event_payload select id, 'salt', '{}' from told returning event_id as id`

const places = async (): Promise<readonly (readonly [position: number, event: number])[]> =>
  (
    await trail.owner.query<{ position: string; event_id: string }>(
      `select position, event_id from event_seal where chain = 'northfold' order by position`,
    )
  ).rows.map(({ position, event_id }) => [Number(position), Number(event_id)])

test('an event that commits before an earlier one is sealed only when its order can no longer change', async () => {
  await trail.begin()
  await writer.query('begin')
  const early = Number((await writer.query<{ id: string }>(withPayload)).rows[0]?.id)
  const late = await trail.tell('seven')
  assert.ok(early < late)
  assert.equal(await trail.seal(), 0, 'the earlier one may still come')
  assert.equal((await trail.verify()).waiting, 1)
  await writer.query('commit')
  await trail.sealAll()
  assert.deepEqual((await places()).slice(6), [
    [7, early],
    [8, late],
  ])
  assert.deepEqual((await trail.verify()).broken, [])
})

test('an event that was undone leaves no gap in the chain', async () => {
  await trail.begin()
  await writer.query('begin')
  await writer.query(withPayload)
  await writer.query('rollback')
  await trail.tell('seven')
  await trail.sealAll()
  assert.equal((await places()).at(-1)?.[0], 7)
  assert.deepEqual((await trail.verify()).broken, [])
})

test('who writes never waits for the sealing, not even while it is at work', async () => {
  await trail.begin()
  // A sealing that has come as far as its locks and its rows, and is not done.
  await writer.query('begin')
  await writer.query(`select pg_advisory_xact_lock(hashtext('plumbline sealing'))`)
  await writer.query(`insert into event_seal values ('northfold', 7, 7, '\\x00', now())`)
  await writer.query(`delete from event_waiting`)
  await trail.owner.query(`set statement_timeout = '2s'`)
  await trail.owner.query(withPayload)
  await trail.owner.query(`reset statement_timeout`)
  await trail.tell('eight')
  await writer.query('rollback')
  await trail.sealAll()
})

test('two that seal at once give every event one place', async () => {
  await trail.begin()
  for (let count = 0; count < 20; count += 1) await trail.tell(`more ${count}`)
  await Promise.all([trail.sealAll(), trail.sealAll(), trail.sealAll()])
  assert.deepEqual(
    (await places()).map(([position]) => position),
    Array.from({ length: 26 }, (_, index) => index + 1),
  )
  assert.deepEqual((await trail.verify()).broken, [])
})

test('writers and sealings at once: every event is sealed once, and the trail holds', async () => {
  await trail.begin()
  const writers = Array.from({ length: 4 }, async () => {
    for (let count = 0; count < 25; count += 1) await trail.tell('busy')
  })
  let writing = true
  const sealing = (async () => {
    while (writing) await trail.seal()
  })()
  await Promise.all(writers)
  writing = false
  await sealing
  await trail.sealAll()
  assert.equal((await places()).length, 106)
  assert.deepEqual((await trail.verify()).broken, [])
})
