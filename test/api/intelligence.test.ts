/** Intelligence by the API: recorded, corrected and concluded by another system (W3.19, X13). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Program, program } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let system: Program
before(async () => {
  plumbline = await testApp('demo')
  system = await program(plumbline)
})
after(() => plumbline.close())

const service = idOf('rowan-house')

const concern = (more: object = {}) => ({
  service,
  kind: 'care-concern',
  occurred: '2026-11-01',
  reference: `CASE-${randomUUID().slice(0, 8)}`,
  ...more,
})

type Item = { readonly id: string; readonly version: number; readonly reference: string | null }
type WithVersions = Item & { readonly versions: readonly Item[] }
type Explained = {
  readonly criteria: readonly { readonly evidence: { readonly items?: readonly Item[] } | null }[]
}

const record = async (body: object): Promise<Item> => {
  const answer = await system.write('POST', '/intelligence', body)
  assert.equal(answer.status, 201, await answer.clone().text())
  return (await answer.json()) as Item
}

const countOf = (reference: string): Promise<number> =>
  plumbline.read(
    async () =>
      (await db().selectFrom('intelligence').where('reference', '=', reference).select('id').execute())
        .length,
  )

test('what another system records counts in the rating, and the trail says which token it was', async () => {
  const sent = concern()
  const made = await record(sent)
  const shown = await system.read<WithVersions>(`/intelligence/${made.id}`)
  assert.equal(shown.reference, sent.reference)
  assert.equal(shown.versions.length, 1)
  const rating = await system.read<Explained>(`/services/${service}/rating`)
  const items = rating.criteria.flatMap(({ evidence }) => evidence?.items ?? [])
  assert.ok(items.some(({ id }) => id === made.id))
  const event = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .orderBy('id', 'desc')
      .where('kind', '=', 'intelligence.recorded')
      .selectAll()
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(
    [event.actor_kind, event.actor_id, event.acted_as],
    ['token', system.token, 'intelligence:write'],
  )
})

test('the same write sent twenty times at once is one record, and every answer is the same', async () => {
  const [sent, key] = [concern(), randomUUID()]
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => system.write('POST', '/intelligence', sent, key)),
  )
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
  assert.equal(new Set(bodies).size, 1)
  assert.equal(await countOf(sent.reference), 1)
  assert.equal(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true').length, 19)
})
