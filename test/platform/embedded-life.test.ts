import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { suite } from 'node:test'
import type { Fault } from '../../src/core/kit/problems.ts'
import { startEmbedded } from '../../src/server/platform/database/embedded/start.ts'
import { ask, dataFolder, lives, postmaster, silently, until } from './embedded-folder.ts'
import { childProcess, refused, served } from './embedded-process.ts'

const timeout = 60_000

suite('the life of an embedded server', { concurrency: 2 }, () => {
  test('a first start that is killed while it prepares the cluster is made good by the next', {
    timeout,
  }, async (t) => {
    const folder = await dataFolder(t)
    const first = childProcess('app', folder)
    const half = async () => (await readdir(folder)).find((name) => /^postgres\.new-[^.]+$/.test(name))
    await until(async () => {
      const name = await half()
      return name !== undefined && (await readdir(join(folder, name))).includes('base')
    })
    await first.kill()
    assert.ok(!(await readdir(folder)).includes('postgres'))
    const next = childProcess('app', folder)
    const { url } = await served(next)
    assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
    assert.equal(await half(), undefined)
    await next.stop()
  })

  test('a server that outlived its killed process is adopted by the next, and stopped with it', {
    timeout,
  }, async (t) => {
    const folder = await dataFolder(t)
    const first = childProcess('app', folder)
    await ask((await served(first)).url, 'create table kept (id int)')
    await first.kill()
    const pid = await postmaster(folder)
    assert.ok(lives(pid))
    const next = childProcess('app', folder)
    const { url, adopted } = await served(next)
    assert.equal(adopted, true)
    assert.equal(await postmaster(folder), pid)
    await ask(url, 'select * from kept')
    await next.stop()
    await until(() => !lives(pid))
  })

  test('a server that was killed hard is recovered, as is its stop noticed', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const told = Promise.withResolvers<Fault>()
    const server = await startEmbedded({ dataFolder: folder, say: silently, onExit: told.resolve })
    await ask(server.url('plumbline'), 'create table kept as select 1 as id')
    process.kill(await postmaster(folder), 'SIGKILL')
    assert.equal((await told.promise).problem.code, 'embedded-exited')
    await server.stop()
    const next = await startEmbedded({ dataFolder: folder, say: silently, durable: false })
    assert.equal(next.adopted, false)
    assert.deepEqual(await ask(next.url('plumbline'), 'select * from kept'), [{ id: 1 }])
    await next.stop()
  })

  test('a stop that was asked for is not told as an exit', { timeout }, async (t) => {
    const exits: Fault[] = []
    const server = await startEmbedded({
      dataFolder: await dataFolder(t),
      say: silently,
      durable: false,
      onExit: (problem) => exits.push(problem),
    })
    await server.stop()
    assert.deepEqual(exits, [])
  })

  test('the lock is taken again when PostgreSQL restarts itself', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const said: string[] = []
    const server = await startEmbedded({ dataFolder: folder, say: (line) => said.push(line), durable: false })
    const [row] = await ask(
      server.superuserUrl('postgres'),
      `select pid from pg_stat_activity where application_name like 'plumbline app%'`,
    )
    process.kill(Number(row?.pid), 'SIGKILL')
    await until(() => said.some((line) => line.includes('restarted itself')))
    assert.match(
      (await refused(childProcess('app', folder))).message,
      new RegExp(`process ${process.pid}\\b`),
    )
    await server.stop()
  })

  test('a number in postmaster.pid that now belongs to another process fools nobody', {
    timeout,
  }, async (t) => {
    const folder = await dataFolder(t)
    const server = await startEmbedded({ dataFolder: folder, say: silently, durable: false })
    const file = join(folder, 'postgres', 'postmaster.pid')
    const lines = (await readFile(file, 'utf8')).split('\n')
    await server.stop()
    // The same account, or PostgreSQL itself would not mind. Not Node: in a private clone that account cannot reach ours.
    const { uid, gid } = await stat(join(folder, 'postgres'))
    const other = spawn('sleep', ['1000'], {
      uid,
      gid,
      cwd: '/',
      stdio: 'ignore',
    })
    t.after(() => other.kill())
    await writeFile(file, [other.pid, ...lines.slice(1)].join('\n'))
    const next = await startEmbedded({ dataFolder: folder, say: silently, durable: false })
    assert.equal(next.adopted, false)
    assert.ok(other.pid !== undefined && lives(other.pid))
    await next.stop()
  })

  test('a copy of a data folder does not take the server of the original for its own', {
    timeout,
  }, async (t) => {
    const folder = await dataFolder(t)
    const copy = await dataFolder(t)
    const server = await startEmbedded({ dataFolder: folder, say: silently, durable: false })
    await ask(server.superuserUrl('postgres'), 'checkpoint')
    await cp(folder, copy, { recursive: true })
    const another = await startEmbedded({ dataFolder: copy, say: silently, durable: false })
    assert.equal(another.adopted, false)
    assert.notEqual(await postmaster(copy), await postmaster(folder))
    await another.stop()
    await ask(server.url('plumbline'), 'select 1')
    await server.stop()
  })

  test('one left running without durability is started anew', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const fleeting = childProcess('app', folder)
    await served(fleeting)
    await fleeting.kill()
    const said: string[] = []
    const server = await startEmbedded({ dataFolder: folder, say: (line) => said.push(line) })
    assert.deepEqual(await ask(server.url('plumbline'), 'show fsync'), [{ fsync: 'on' }])
    assert.match(said.join(), /other settings/)
    await server.stop()
  })
})
