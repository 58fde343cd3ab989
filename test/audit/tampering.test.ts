/** Everything that somebody with the rights of the tables' owner could do to the trail is found and named (X10). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { linkOf, noLink } from '../../src/core/audit/link.ts'
import { openTrail, type Trail } from './trail.ts'

let trail: Trail
before(async () => {
  trail = await openTrail()
})
after(() => trail.close())

/** What was found first: its name, the place among the six events, and the seal. */
const named = async (ids: readonly number[], anchor: Parameters<Trail['verify']>[0] = null) =>
  (await trail.verify(anchor)).broken.map(({ wrong, event, position }) => ({
    wrong,
    event: event === null ? null : ids.indexOf(event) + 1,
    position,
  }))

test('a trail that nobody touched holds, with and without its anchor', async () => {
  await trail.begin()
  const anchor = await trail.head()
  await trail.tell('seven')
  await trail.sealAll()
  for (const given of [null, anchor]) {
    const found = await trail.verify(given)
    assert.deepEqual(found.broken, [])
    assert.deepEqual([found.events, found.waiting, found.erased, found.sealedLate], [7, 0, 0, 0])
  }
})

type Tampering = readonly [
  does: string,
  statement: string,
  /** Which of the six ids it takes, by their order. */
  of: readonly number[],
  finds: readonly {
    readonly wrong: string
    readonly event: number | null
    readonly position: number | null
  }[],
]

const tamperings: readonly Tampering[] = [
  [
    'a digest was altered',
    `update event set digest = sha256('x') where id = $1`,
    [3],
    [{ wrong: 'altered', event: 3, position: 3 }],
  ],
  [
    'the actor was altered',
    `update event set actor_id = 'somebody' where id = $1`,
    [3],
    [{ wrong: 'altered', event: 3, position: 3 }],
  ],
  [
    'the time was altered by a millionth of a second',
    `update event set recorded_at = recorded_at + interval '1 microsecond' where id = $1`,
    [2],
    [{ wrong: 'altered', event: 2, position: 2 }],
  ],
  [
    'the role was altered',
    `update event set acted_as = 'auditor' where id = $1`,
    [1],
    [{ wrong: 'altered', event: 1, position: 1 }],
  ],
  [
    'the form was put back, to get rid of role and origin',
    `update event set form = 1 where id = $1`,
    [4],
    [{ wrong: 'altered', event: 4, position: 4 }],
  ],
  [
    'a payload was altered',
    `update event_payload set payload = '{"item":"another"}' where event_id = $1`,
    [4],
    [{ wrong: 'payload-altered', event: 4, position: 4 }],
  ],
  [
    'a payload was taken out without a certificate',
    `delete from event_payload where event_id = $1`,
    [4],
    [{ wrong: 'payload-removed', event: 4, position: 4 }],
  ],
  [
    'a payload was taken out under a certificate that nobody issued',
    `with gone as (delete from event_payload where event_id = $1 returning event_id)
     insert into event_erasure select event_id, 'payload', gen_random_uuid(), now() from gone`,
    [4],
    [{ wrong: 'payload-removed', event: 4, position: 4 }],
  ],
  [
    'an address was altered',
    `update event_origin set address = '192.0.2.8' where event_id = $1`,
    [5],
    [{ wrong: 'origin-altered', event: 5, position: 5 }],
  ],
  [
    'an address was taken out',
    `delete from event_origin where event_id = $1`,
    [5],
    [{ wrong: 'origin-removed', event: 5, position: 5 }],
  ],
  [
    'an event in the middle was deleted',
    `with payload as (delete from event_payload where event_id = $1), origin as (delete from event_origin where event_id = $1)
     delete from event where id = $1`,
    [3],
    [{ wrong: 'event-removed', event: 3, position: 3 }],
  ],
  [
    'an event in the middle was deleted with its seal',
    `with payload as (delete from event_payload where event_id = $1), origin as (delete from event_origin where event_id = $1),
     seal as (delete from event_seal where event_id = $1)
     delete from event where id = $1`,
    [3],
    [{ wrong: 'seal-removed', event: null, position: 3 }],
  ],
  [
    'an event was deleted with its seal, and the later ones moved up',
    `with seal as (delete from event_seal where event_id = $1)
     update event_seal set position = -position where event_id > $1`,
    [3],
    [
      { wrong: 'seal-removed', event: null, position: 1 },
      { wrong: 'inserted', event: 3, position: null },
    ],
  ],
  [
    'one was put in with a time of the past',
    `insert into event (authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, digest)
     select authority_id, kind, subject_kind, subject_id, actor_kind, 'backdated', recorded_at, digest from event where id = $1`,
    [2],
    [{ wrong: 'inserted', event: 0, position: null }],
  ],
  [
    'two exchanged what they say',
    `update event set actor_id = case id when $1 then 'second' else 'fifth' end where id in ($1, $2)`,
    [2, 5],
    [{ wrong: 'altered', event: 2, position: 2 }],
  ],
]

for (const [does, statement, of, finds] of tamperings)
  test(`found: ${does}`, async () => {
    const ids = await trail.begin()
    await trail.tamper(
      statement,
      of.map((at) => ids[at - 1]),
    )
    assert.deepEqual(await named(ids), finds)
  })

test('found: two events exchanged their places', async () => {
  const ids = await trail.begin()
  const [two, five] = [ids[1], ids[4]]
  await trail.tamper('alter table event_seal drop constraint event_seal_event_id_key')
  await trail.tamper(
    'update event_seal set event_id = case event_id when $1::bigint then $2::bigint else $1::bigint end where event_id in ($1, $2)',
    [two, five],
  )
  await trail.tamper('alter table event_seal add constraint event_seal_event_id_key unique (event_id)')
  assert.deepEqual(await named(ids), [{ wrong: 'altered', event: 5, position: 2 }])
})

const withoutLast = `with payload as (delete from event_payload where event_id = $1), origin as (delete from event_origin where event_id = $1),
  seal as (delete from event_seal where event_id = $1)
  delete from event where id = $1`

test('found by the anchor alone: the last events were deleted with their seals', async () => {
  const ids = await trail.begin()
  const anchor = await trail.head()
  for (const id of ids.slice(4)) await trail.tamper(withoutLast, [id])
  assert.deepEqual(await named(ids), [])
  assert.deepEqual(await named(ids, anchor), [{ wrong: 'shortened', event: 6, position: 6 }])
})

test('found by the anchor alone: an event was altered and the whole chain made anew', async () => {
  const ids = await trail.begin()
  const anchor = await trail.head()
  await trail.tamper(`update event set actor_id = 'somebody' where id = $1`, [ids[1]])
  await trail.tamper('truncate event_seal')
  await trail.tamper(`insert into event_waiting select id, coalesce(authority_id, '') from event`)
  await trail.sealAll()
  assert.deepEqual(await named(ids), [])
  assert.deepEqual(await named(ids, anchor), [{ wrong: 'rewritten', event: 6, position: 6 }])
})

test('found by the anchor alone: all of a chain is gone', async () => {
  const ids = await trail.begin()
  const anchor = await trail.head()
  await trail.tamper('truncate event, event_seal cascade')
  assert.deepEqual(await named(ids), [])
  assert.deepEqual(await named(ids, anchor), [{ wrong: 'shortened', event: 6, position: 6 }])
})

test('each chain is for itself: one that is broken does not hide another', async () => {
  const ids = await trail.begin()
  const other = await trail.tell('of Westerby', { ...trail.actor, authorities: ['westerby'] })
  await trail.sealAll()
  await trail.tamper(`update event set kind = 'x' where id = any ($1)`, [[ids[2], other]])
  assert.deepEqual(
    (await trail.verify()).broken.map(({ chain, event }) => [chain, event]),
    [
      ['northfold', ids[2]],
      ['westerby', other],
    ],
  )
})

test('an event of before there was sealing is sealed in its own form', async () => {
  const ids = await trail.begin()
  await trail.owner.query(
    `with old as (insert into event (authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, digest)
       values ('northfold', 'work.done', 'service', 'x', 'person', 'ada', '2026-11-21T10:00:00Z', sha256('salt{}')) returning id)
     insert into event_payload select id, 'salt', '{}' from old`,
  )
  await trail.sealAll()
  assert.deepEqual(await named(ids), [])
  await trail.tamper(`update event set acted_as = 'x' where form = 1`)
  assert.deepEqual(await named(ids), [], 'what was not there when it was sealed is not part of its form')
})

test('the owner of the tables, too, changes and deletes nothing by accident', async () => {
  await trail.begin()
  for (const statement of [
    'update event set kind = kind',
    'delete from event',
    'truncate event cascade',
    'update event_payload set payload = payload',
    'truncate event_payload',
    'delete from event_seal',
    'update event_seal set position = position',
  ])
    await assert.rejects(trail.owner.query(statement), /append-only/, statement)
})

test('a link holds everything before it', () => {
  const digest = (text: string) => `<${text}>`
  const place = { chain: 'a', position: 1, sealedAt: 'now' }
  const event = {
    ...{
      id: 1,
      form: 2 as const,
      authority: 'a',
      kind: 'k',
      subjectKind: 's',
      subjectId: 'i',
      actorKind: 'person',
    },
    ...{ actorId: 'p', recordedAt: 't', digest: 'd', actedAs: null, requestId: null, originDigest: null },
  } as const
  assert.equal(
    linkOf(digest, noLink, place, event),
    `<${noLink}\n["a",1,"now"]\n["v2",1,"a","k","s","i","person","p","t","d",null,null,null]>`,
  )
})
