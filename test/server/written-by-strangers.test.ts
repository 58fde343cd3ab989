/** Every table that holds a council’s rows refuses a stranger’s row, whatever the code above it would do. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import type { Actor } from '../../src/server/platform/actor.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { addSecondCouncil, asFarhaven, far } from '../support/second-council.ts'

let plumbline: TestApp
type Table = { readonly name: string; readonly columns: string }
let tables: readonly Table[]
/** Tables that no authority divides: the room of accounts. */
let accounts: readonly Table[]
before(async () => {
  plumbline = await testApp('demo')
  await addSecondCouncil(plumbline)
  const found = await plumbline.read(() =>
    sql<{ name: string; columns: string }>`
      select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by ordinal_position) as columns
      from information_schema.columns c join pg_class t on t.relname = c.table_name and t.relrowsecurity
      where c.table_schema = 'public' and c.is_generated = 'NEVER' group by 1 order by 1`.execute(db()),
  )
  tables = found.rows.filter(({ columns }) => /\b(authority_id|event_id)\b/.test(columns))
  accounts = found.rows.filter((table) => !tables.includes(table))
})
after(() => plumbline.close())

const provider: Actor = {
  kind: 'person',
  id: idOf('perpetua'),
  authorities: ['eastmarch', 'farhaven'],
  services: [idOf('rowan-house')],
}
const strangers: Readonly<Record<string, Actor>> = {
  'another council': { kind: 'system', id: 'test', authorities: ['eastmarch'], services: 'all' },
  'a provider’s account': provider,
  'a partner’s account': { ...provider, id: idOf('wilhelmina'), services: [] },
}

/** Tries to write a row of the second council anew. The policy answers before any key does. */
const copy = async (name: string, columns: string, actor: Actor): Promise<string> => {
  const rows = await plumbline.read(
    async () =>
      (
        await sql<{ row: string }>`
          select to_jsonb(t)::text as row from ${sql.table(name)} t
          where to_jsonb(t) ->> 'authority_id' = 'farhaven'
            or (to_jsonb(t) ->> 'event_id')::bigint in (select id from event where authority_id = 'farhaven')
          limit 1`.execute(db())
      ).rows,
    asFarhaven,
  )
  const [given] = rows
  if (!given) throw new Error(`The second council has no row of ${name}: add one in second-council.ts`)
  const into = sql`insert into ${sql.table(name)} (${sql.raw(columns)}) overriding system value
    select ${sql.raw(columns)} from jsonb_populate_record(null::${sql.table(name)}, ${given.row}::jsonb)`
  return plumbline
    .work(() => into.execute(db()), actor)
    .then(
      () => 'written',
      (error: Error) => error.message,
    )
}

for (const [who, actor] of Object.entries(strangers))
  test(`${who} writes no row of the second council, in any table`, async () => {
    for (const { name, columns } of tables) {
      const said = await copy(name, columns, actor)
      assert.match(said, /violates row-level security policy/, `${name}: ${said}`)
    }
  })

for (const [who, actor] of Object.entries({ ...strangers, 'the second council': asFarhaven }))
  test(`${who} sees no account and writes none, but in the room of accounts`, async () => {
    assert.ok(accounts.length > 0)
    const count = sql<{ n: number }>`select count(*)::int as n from account`
    assert.equal((await plumbline.read(() => count.execute(db()), actor)).rows[0]?.n, 0)
    const inside = await plumbline.read(() => inRoom('accounts', () => count.execute(db())), actor)
    assert.ok((inside.rows[0]?.n ?? 0) > 0)
    for (const { name } of accounts) {
      const row = sql`insert into ${sql.table(name)} select * from jsonb_populate_record(null::${sql.table(name)}, '{}')`
      await assert.rejects(
        plumbline.work(() => row.execute(db()), actor),
        /violates row-level security policy/,
        name,
      )
    }
  })

test('the second council itself may: it is its own keys that refuse the copy', async () => {
  for (const { name, columns } of tables)
    assert.match(await copy(name, columns, asFarhaven), /duplicate key|written/, name)
})

test('a provider’s account changes no row of any table, not even of its own service', async () => {
  for (const { name, columns } of tables) {
    if (!/\bauthority_id\b/.test(columns) || name === 'provider_membership') continue
    const changed = await plumbline
      .work(() => sql`update ${sql.table(name)} set authority_id = authority_id`.execute(db()), provider)
      .then(
        ({ numAffectedRows }) => `${numAffectedRows} rows`,
        (error: Error) => error.message,
      )
    assert.match(changed, /^0 rows$|row-level security|permission denied/, `${name}: ${changed}`)
  }
})

test('a row cannot name the service of another council', async () => {
  const named = sql`update visit set service_id = ${far.service} where service_id = ${idOf('thornhay-lodge')}`
  await assert.rejects(
    plumbline.work(() => named.execute(db())),
    /violates foreign key constraint/,
  )
})
