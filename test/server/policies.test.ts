/** What PostgreSQL itself says of who may see and write what: read off its catalogue, over every table, view and function. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('empty')
})
after(() => plumbline.close())

const ask = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  (await plumbline.read(() => query.execute(db()))).rows

/** Compares what was found with what has a reason: nothing more, and nothing less. */
const only = (found: readonly string[], reasons: Readonly<Record<string, string>>): void =>
  assert.deepEqual(found.toSorted(), Object.keys(reasons).toSorted())

const register = 'CQC’s public register, shared by all councils'

const open: Readonly<Record<string, string>> = {
  authority: 'the list of councils itself, read to know whose a row is',
  person: 'a name; what a person is stands in the memberships',
  session: 'looked up before anyone is known, by the digest of a secret',
  policy_version: 'packs are public documents, stored once for all councils',
  authority_policy: 'which pack a council follows is public',
  cqc_provider: register,
  cqc_location: register,
  cqc_location_version: register,
  cqc_location_link: register,
  cqc_rating: register,
  cqc_knowledge: register,
  cqc_unidentified: register,
  cqc_sync: register,
  migration: 'which migrations ran; nothing of anybody',
  public_change: 'numbers of changes and nothing else: the version of what anyone may read',
  write_count: 'how many forms came from whom in a minute, by a digest; counted before anyone is known',
}

/** Tables of accounts, which a person of two councils has once. */
const roomTables = [
  'account',
  'account_link',
  'calendar_feed',
  'known_device',
  'oidc_attempt',
  'oidc_subject',
  'pending_sign_in',
  'recovery_code',
  'sign_in_attempt',
]

test('the application’s role is no superuser, passes by no policy, owns nothing and cannot become the owner', async () => {
  const [role] = await ask(sql<object>`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      pg_has_role(rolname, (select tableowner from pg_tables where tablename = 'service'), 'member') as owner,
      (select count(*)::int from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`)
  assert.deepEqual(role, {
    rolname: 'plumbline_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owner: false,
    owns: 0,
  })
})

test('every table has row-level security, or a reason why not', async () => {
  const tables = await ask(sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`)
  only(
    tables.map(({ name }) => name),
    open,
  )
})

/** Policies by table: for which commands, and what they compare. */
const policies = () =>
  ask(sql<{ name: string; commands: string[]; reads: string; writes: string | null }>`
    select c.relname as name, coalesce(array_agg(p.cmd) filter (where p.cmd is not null), '{}') as commands,
      string_agg(p.qual, ' ') as reads, string_agg(p.with_check, ' ') as writes
    from pg_class c left join pg_policies p on p.tablename = c.relname and p.schemaname = 'public'
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
    group by c.relname`)

test('every secured table has one policy for reading and writing, which says who reads and who writes', async () => {
  const wrong = (await policies()).filter(
    ({ commands, reads, writes }) => commands.join() !== 'ALL' || reads === null || writes === null,
  )
  assert.deepEqual(wrong, [])
})

test('what is read and what is written is compared with the services of the person who asks', async () => {
  const asks = (clause: string | null) => clause?.includes('my_services()') === true
  const found = (await policies()).flatMap(({ name, reads, writes }) => [
    ...(asks(reads) ? [] : [`${name}: reads`]),
    ...(asks(writes) ? [] : [`${name}: writes`]),
  ])
  const room = 'no authority divides accounts: only inRoom() opens them, and it is closed for everyone else'
  const accounts = Object.fromEntries(
    roomTables.flatMap((name) => [
      [`${name}: reads`, room],
      [`${name}: writes`, room],
    ]),
  )
  const raisers = 'somebody without an account writes it: only the room of concerns opens it'
  only(found, {
    ...accounts,
    ...Object.fromEntries(
      ['concern_count', 'concern_draft'].flatMap((name) => [
        [`${name}: reads`, raisers],
        [`${name}: writes`, raisers],
      ]),
    ),
    'event_origin: writes': 'as for payloads: it is written with its event, and read by nobody of a provider',
    'event_subject: writes': 'as for payloads',
    'event_waiting: reads': 'the numbers of events that are not sealed yet; nothing of what they say',
    'event_waiting: writes': 'written by a trigger with every event, whoever writes it',
    'event_payload: writes':
      'a payload is written for an event that its writer sees, and people of a provider see their own events only',
  })
})

test('what no authority divides stands in the room of accounts, for reading and for writing', async () => {
  const closed = "(( SELECT my_room() AS my_room) = 'accounts'::text)"
  for (const { name, reads, writes } of await policies())
    if (roomTables.includes(name)) assert.deepEqual([reads, writes], [closed, closed], name)
})

/** What anyone may read, column by column: docs/decisions/0018-the-public-register.md. */
const forEveryone: Readonly<Record<string, string>> = {
  public_service_now: 'the public columns of services',
  public_suspension_now: 'since when nobody new is placed, and what of it',
  public_review_now: 'when the list was last reviewed',
}

test('every view reads with its reader’s rights', async () => {
  const views = await ask(sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions, '{}') @> '{security_invoker=true}' and not coalesce(reloptions, '{}') @> '{security_invoker=on}'`)
  only(
    views.map(({ name }) => name),
    forEveryone,
  )
})

test('no function runs with its owner’s rights', async () => {
  const functions = await ask(sql<{ name: string }>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)
  only(
    functions.map(({ name }) => name),
    {},
  )
})

test('what a policy compares first, an index begins with', async () => {
  const slow = await ask(sql<{ name: string }>`
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id'
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`)
  const ofService = 'asked for by service, visit or contract only'
  only(
    slow.map(({ name }) => name),
    {
      intelligence_version: ofService,
      visit_answer: ofService,
      contract_version: ofService,
      contract_lead: ofService,
      stated_fact: ofService,
      concern_raiser: 'asked for by the concern only',
    },
  )
})

test('a key between two tables of a council’s rows names the council too', async () => {
  const keys = await ask(sql<{ name: string }>`
    select k.conrelid::regclass || ' ' || k.conname as name
    from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'authority_id'
      join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'authority_id'
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not a.attnum = any (k.conkey)`)
  const event =
    'an event is written in the same unit of work, under the same policy; the register’s have no council'
  const version = 'one row and its versions: the command writes both, and the key of the row is random'
  const found = keys.map(({ name }) => name)
  only(
    found.filter((name) => !/_event_id_fkey$/.test(name)),
    {
      'intelligence_version intelligence_version_id_fkey': version,
      'service service_joined_to_fkey': version,
    },
  )
  assert.ok(
    found.some((name) => /_event_id_fkey$/.test(name)),
    event,
  )
})
