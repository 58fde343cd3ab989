import assert from 'node:assert/strict'
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after, before, suite } from 'node:test'
import { type EmbeddedServer, startEmbedded } from '../../src/server/platform/database/embedded/start.ts'
import { ask, lives, makeFolder, postmaster, removeFolder, silently } from './embedded-folder.ts'

suite('an embedded server', { timeout: 60_000 }, () => {
  let folder: string
  let server: EmbeddedServer
  before(async () => {
    folder = await makeFolder()
    server = await startEmbedded({ dataFolder: folder, say: silently, durable: false })
  })

  after(() => removeFolder(folder))

  test('is made with our letters, checksums and time zone', async () => {
    const [row] = await ask(
      server.url('plumbline'),
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
         current_setting('data_checksums') as checksums, current_setting('timezone') as zone,
         current_setting('jit') as jit, current_setting('fsync') as fsync
       from pg_database where datname = 'plumbline'`,
    )
    const expected = { provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', checksums: 'on', zone: 'UTC' }
    assert.deepEqual(row, { ...expected, jit: 'off', fsync: 'off' })
  })

  test('has an owner who is no superuser, and a role of the app who is held by row-level security', async () => {
    const rows = await ask(
      server.url('plumbline'),
      `select rolname as name, rolcanlogin as login, rolsuper as super, rolbypassrls as bypass, rolcreatedb as makes
       from pg_roles where rolname like 'plumbline%' order by 1`,
    )
    assert.deepEqual(rows, [
      { name: 'plumbline_app', login: false, super: false, bypass: false, makes: false },
      { name: 'plumbline_owner', login: true, super: false, bypass: false, makes: true },
    ])
    const [owner] = await ask(
      server.url('plumbline'),
      `select datdba::regrole::text as name from pg_database where datname = 'plumbline'`,
    )
    assert.deepEqual(owner, { name: 'plumbline_owner' })
  })

  test('lets the owner make databases and become the app, and no more', async () => {
    await ask(server.url('plumbline'), 'create database another')
    await ask(server.url('another'), 'set role plumbline_app')
    await ask(server.superuserUrl('postgres'), 'drop database another')
    await assert.rejects(ask(server.url('plumbline'), 'create role intruder'), { code: '42501' })
  })

  test('listens on loopback alone, and asks everybody for a password', async () => {
    const [row] = await ask(
      server.superuserUrl('postgres'),
      `select current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as socket`,
    )
    assert.deepEqual(row, { host: '127.0.0.1', socket: '' })
    const rules = await ask(
      server.superuserUrl('postgres'),
      'select type, address, auth_method as method, error from pg_hba_file_rules',
    )
    assert.deepEqual(rules, [{ type: 'host', address: '127.0.0.1', method: 'scram-sha-256', error: null }])
    const wrong = new URL(server.url('plumbline'))
    wrong.password = 'guessed'
    await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' })
  })

  test('keeps its files from everybody else', async () => {
    const mode = async (name: string): Promise<number> => (await stat(join(folder, name))).mode & 0o777
    assert.equal(await mode('postgres.passwords.json'), 0o600)
    assert.equal(await mode('postgres.log'), 0o600)
    assert.equal(await mode('postgres'), 0o700)
  })

  test('does not write the values of a query that fails into its log', async () => {
    const secret = 'Ada of Rowan House'
    await ask(server.url('plumbline'), 'create table once (name text primary key)')
    const twice = `insert into once select concat('Ada of ', 'Rowan House') from generate_series(1, 2)`
    await assert.rejects(ask(server.url('plumbline'), twice), { code: '23505' })
    const log = await readFile(join(folder, 'postgres.log'), 'utf8')
    assert.match(log, /duplicate key/)
    assert.ok(!log.includes(secret))
  })

  test('keeps only what it needs in the data folder', async () => {
    assert.deepEqual((await readdir(folder)).sort(), ['postgres', 'postgres.log', 'postgres.passwords.json'])
  })

  test('stops, as often as it is asked to, and is gone then', async () => {
    const pid = await postmaster(folder)
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    assert.ok(!lives(pid))
    assert.match(await readFile(join(folder, 'postgres.log'), 'utf8'), /database system is shut down\n$/)
  })

  test('starts again with what was committed, durable this time, and puts a long log aside', async () => {
    await truncate(join(folder, 'postgres.log'), 11 * 1024 * 1024)
    const again = await startEmbedded({ dataFolder: folder, say: silently })
    assert.equal(again.adopted, false)
    const [row] = await ask(
      again.url('plumbline'),
      `select count(*)::int, current_setting('fsync') as fsync from once`,
    )
    assert.deepEqual(row, { count: 0, fsync: 'on' })
    assert.ok((await stat(join(folder, 'postgres.log'))).size < 100_000)
    assert.ok((await stat(join(folder, 'postgres.log.old'))).size > 10_000_000)
    await again.stop()
  })

  test('refuses a cluster of another major version', async () => {
    const file = join(folder, 'postgres', 'PG_VERSION')
    await writeFile(file, '17\n')
    const starting = startEmbedded({ dataFolder: folder, say: silently })
    await assert.rejects(starting, /made by PostgreSQL 17; this Plumbline brings PostgreSQL 18/)
    await writeFile(file, '18\n')
  })

  test('says what is missing where the passwords are lost', async () => {
    const file = join(folder, 'postgres.passwords.json')
    const kept = await readFile(file, 'utf8')
    await writeFile(file, '')
    await assert.rejects(startEmbedded({ dataFolder: folder, say: silently }), /the file is damaged/)
    await writeFile(file, kept)
  })

  test('says what PostgreSQL says where it cannot start', async () => {
    const file = join(folder, 'postgres', 'postgresql.conf')
    const kept = await readFile(file, 'utf8')
    await writeFile(file, 'no_such_setting = 1\n')
    const starting = startEmbedded({ dataFolder: folder, say: silently })
    await assert.rejects(starting, /unrecognized configuration parameter "no_such_setting"/)
    await writeFile(file, kept)
  })
})
