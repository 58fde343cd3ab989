/** Lists of the API: page by page by a cursor, whatever comes in meanwhile. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { type Program, program } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let system: Program
before(async () => {
  plumbline = await testApp('demo')
  system = await program(plumbline)
})
after(() => plumbline.close())

type Page = {
  readonly items: readonly { readonly id?: string; readonly service?: string }[]
  readonly next: string | null
}

const walk = async (path: string, limit: number, between = async () => {}): Promise<string[]> => {
  const ids: string[] = []
  let next: string | null = null
  do {
    const query: string = next === null ? '' : `&after=${next}`
    const page: Page = await system.read<Page>(`${path}?limit=${limit}${query}`)
    ids.push(...page.items.map(({ id, service }) => id ?? service ?? ''))
    next = page.next
    await between()
  } while (next !== null)
  return ids
}

for (const path of ['/services', '/intelligence', '/ratings', '/contracts'])
  test(`${path} gives every row once, however many stand on a page`, async () => {
    const whole = await walk(path, 200)
    assert.ok(whole.length > 10)
    assert.equal(new Set(whole).size, whole.length)
    assert.deepEqual(await walk(path, 7), whole)
  })

test('what comes in while somebody reads page by page moves nothing', async () => {
  const before = await walk('/intelligence', 200)
  const seen = await walk('/intelligence', 50, async () => {
    for (const occurred of ['2026-11-20', '2024-01-02']) {
      const body = { service: idOf('rowan-house'), kind: 'compliment', occurred, reference: randomUUID() }
      assert.equal((await system.write('POST', '/intelligence', body)).status, 201)
    }
  })
  assert.equal(new Set(seen).size, seen.length)
  assert.deepEqual(
    seen.filter((id) => before.includes(id)),
    before,
  )
})

test('a list is filtered as its page is', async () => {
  const { items } = await system.read<{ items: readonly { name: string }[] }>('/services?q=rowan+house')
  assert.ok(items.some(({ name }) => name === 'Rowan House'))
  assert.ok(items.length < 20)
})

test('a past day shows what was known at its end, and today has not ended', async () => {
  const service = idOf('rowan-house')
  const past = await walk(`/intelligence`, 200)
  const before = await system.read<Page>(`/intelligence?limit=200&as-at=2026-09-01&service=${service}`)
  assert.ok(before.items.length < past.length)
  assert.equal((await system.get('/intelligence?as-at=2026-11-21')).status, 400)
})
