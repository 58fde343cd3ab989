/**
 * Only what is public can reach the public register: every text of every table but the public columns holds a mark, and
 * no public answer holds one (W1.3, W1.4, W4.7).
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { fields } from '../../src/core/sharing/fields.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { nobody } from '../../src/server/platform/http/signed.ts'
import { routes } from '../../src/server/public/routes.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { addSecondCouncil } from '../support/second-council.ts'

const mark = 'PRIVATE-MARK'

/** What anyone may read, or what the register cannot be found without. Everything else is marked. */
const isPublic: Readonly<Record<string, readonly string[]>> = {
  // `search` is made of the columns beside it by the database.
  service: [
    'authority_id',
    'location_id',
    'name',
    'service_type',
    'provider_name',
    'place',
    'postcode',
    'search',
  ],
  cqc_location: ['id', 'provider_id', 'rating_overall'],
  cqc_provider: ['id', 'name'],
  authority: ['id', 'name'],
  authority_policy: ['authority_id', 'sha256'],
  policy_version: ['sha256', 'pack', 'version', 'document'],
  suspension: ['authority_id', 'kind'],
  publication_review: ['authority_id'],
}

/** Not the record of a case: which migrations ran. */
const notRecords = ['migration']

type Column = { readonly table: string; readonly column: string; readonly type: string }

let plumbline: TestApp
let marked: readonly Column[]
before(async () => {
  plumbline = await testApp('demo')
  await addSecondCouncil(plumbline)
  const owner = new pg.Client({ connectionString: plumbline.address })
  await owner.connect()
  try {
    marked = await markEverything(owner)
  } finally {
    await owner.end()
  }
})
after(() => plumbline.close())

const markOf = ({ type }: Column): string =>
  type === 'jsonb'
    ? `to_jsonb('${mark}'::text)`
    : type === 'ARRAY'
      ? `array['${mark}']`
      : type === 'bytea'
        ? `'${mark}'::bytea`
        : `'${mark}' || ctid`

/** Writes the mark into every text that is not public, past every constraint, guard and policy. */
const markEverything = async (owner: pg.Client): Promise<readonly Column[]> => {
  const { rows: constraints } =
    await owner.query(`select conrelid::regclass as table, conname from pg_constraint
    where contype in ('f', 'c') and connamespace = 'public'::regnamespace order by contype desc`)
  for (const { table, conname } of constraints)
    await owner.query(`alter table ${table} drop constraint "${conname}" cascade`)
  const { rows: guarded } = await owner.query(`select distinct tgrelid::regclass as table from pg_trigger
    where not tgisinternal`)
  for (const { table } of guarded) await owner.query(`alter table ${table} disable trigger user`)
  const { rows } = await owner.query<Column>(`select c.table_name as table, c.column_name as column,
      c.data_type as type
    from information_schema.columns c
      join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and (c.data_type in ('text', 'jsonb', 'bytea') or c.udt_name = '_text')
    order by 1, 2`)
  const wanted = rows.filter(
    ({ table, column }) => !notRecords.includes(table) && !isPublic[table]?.includes(column),
  )
  for (const column of wanted)
    await owner.query(`update "${column.table}" set "${column.column}" = ${markOf(column)}`)
  // Another council's public columns are not this council's.
  await owner.query(`update service set name = '${mark}', place = '${mark}' where authority_id = 'farhaven'`)
  for (const { table } of guarded) await owner.query(`alter table ${table} enable trigger user`)
  return wanted
}

const rowan = idOf('maple-tree')

const addresses = routes.map(({ path }) => path.replace(':authority', 'eastmarch').replace(':service', rowan))

const queries = [
  '',
  '?q=maple',
  '?suspended=yes',
  '?rating=Inadequate',
  '?page=2',
  `?q=${mark.toLowerCase()}`,
]

test('no public answer holds anything private, in its text or its headers', async () => {
  assert.ok(marked.length > 150, `${marked.length} columns hold the mark`)
  const anyone = plumbline.anyone()
  for (const address of addresses)
    for (const query of queries) {
      const answer = await anyone.get(address + query)
      assert.equal(answer.status, 200, address)
      const whole = `${[...answer.headers].join()} ${await answer.text()}`
      // What was searched for stands in the search field, in small letters.
      assert.ok(!whole.includes(mark), `${address}${query}`)
    }
})

test('the marks can be seen: in a public column they are', async () => {
  await plumbline.work(() => sql`update service set place = ${mark} where id = ${rowan}`.execute(db()))
  const anyone = plumbline.anyone()
  for (const address of addresses.filter((path) => path.includes('eastmarch')))
    assert.ok((await (await anyone.get(`${address}?q=maple`)).text()).includes(mark), address)
})

test('nobody who is not signed in can read any other row, whatever the code asks', async () => {
  const { rows: tables } = await plumbline.read(() =>
    sql<{ name: string }>`select relname as name from pg_class
      where relrowsecurity and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')`.execute(
      db(),
    ),
  )
  assert.ok(tables.length > 30)
  for (const { name } of tables) {
    const { rows } = await unitOfWork(plumbline.opened.ground, nobody, 'read', () =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(db()),
    )
    // Events of the shared register are no council's.
    if (!name.startsWith('event')) assert.equal(rows[0]?.n, 0, name)
  }
})

test('the views give out the columns that the table of fields opens to everyone, and no other', async () => {
  const { rows } = await plumbline.read(() =>
    sql<{ column: string }>`select column_name as column from information_schema.columns
      where table_name = 'public_service_now' and column_name <> 'authority_id'`.execute(db()),
  )
  const open = Object.entries(fields.service)
    .filter(([, rule]) => 'public' in rule)
    .map(([name]) => name)
  assert.deepEqual(
    rows.map(({ column }) => column).filter((column) => !open.includes(column)),
    [],
  )
})
