/** A page that shows something sensitive says so on its route: found by opening every page over marked data (X10). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Route, Samples } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

const mark = 'M4RKED'

/** What is sensitive, by the statement that marks it. A new table of such texts is a new line. */
const marked: readonly string[] = [
  `update intelligence set summary = '${mark}', reference = '${mark}'`,
  `update intelligence_version set valid = valid || '{"summary": "${mark}", "reference": "${mark}"}'`,
  `alter table event_payload disable trigger user`,
  `update event_payload set payload = jsonb_set(payload::jsonb, '{kind}', '"${mark}"')::text
     where event_id in (select id from event where kind = 'intelligence.recorded')`,
]

let plumbline: TestApp
let samples: Samples
let administrator: Person
before(async () => {
  plumbline = await testApp('demo')
  const owner = new pg.Client({ connectionString: plumbline.address })
  await owner.connect()
  for (const statement of marked) await owner.query(statement)
  await owner.end()
  const first = async (table: 'contract' | 'provider' | 'decision_document' | 'activity') =>
    (await plumbline.read(() => db().selectFrom(table).select('id').executeTakeFirstOrThrow())).id
  const item = await plumbline.read(() =>
    db()
      .selectFrom('intelligence_now')
      .where('service_id', '=', idOf('rowan-house'))
      .select('id')
      .$narrowType<{ id: string }>()
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  samples = {
    service: idOf('rowan-house'),
    realService: idOf('rowan-house'),
    visit: idOf('visit thornhay-lodge'),
    contract: await first('contract'),
    provider: await first('provider'),
    person: idOf('tobias'),
    item: item.id,
    suspension: idOf('suspension maple-tree 0'),
    session: idOf('session eastmarch open'),
    document: await first('decision_document'),
    activity: await first('activity'),
  }
  administrator = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

/** Whether the page of a route shows a mark. */
const shows = async (route: Route): Promise<boolean> => {
  if (route.method !== 'GET' || typeof route.sample !== 'function') return false
  return (await (await administrator.get(route.sample(samples))).text()).includes(mark)
}

test('every page that shows what was marked says that it reads something sensitive', async () => {
  const showing: Route[] = []
  for (const route of routes) if (await shows(route)) showing.push(route)
  assert.ok(
    showing.some(({ path }) => path === '/services/:service') &&
      showing.some(({ path }) => path === '/audit'),
    'the marks are seen where they stand',
  )
  assert.deepEqual(
    showing.filter((route) => !('reads' in route)).map(({ path }) => path),
    [],
    "These pages show something sensitive. Instead: set reads: 'intelligence', or what it is, on the route.",
  )
})

test('who may search the trail or look after people leaves a line for each page', () => {
  const named = routes.filter(
    ({ method, permission }) => method === 'GET' && /^(?:audit|people|history|concerns)\./.test(permission),
  )
  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter((route) => !('reads' in route)).map(({ path }) => path),
    [],
    "Instead: set reads: 'trail' or 'people' on the route.",
  )
})
