import assert from 'node:assert/strict'
import test, { suite } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, dataFolder, lives, postmaster, until } from './embedded-folder.ts'
import { childProcess, refused, served } from './embedded-process.ts'

const timeout = 60_000

suite('the lock of a data folder', { concurrency: 2 }, () => {
  test('a second app is refused and told who holds it, until that one dies, however it dies', {
    timeout,
  }, async (t) => {
    const folder = await dataFolder(t)
    const first = childProcess('app', folder)
    await served(first)
    const { fault, message } = await refused(childProcess('app', folder))
    assert.equal(fault, 'embedded-in-use')
    assert.match(
      message,
      new RegExp(`in use by the Plumbline app, process ${first.pid}\\. Stop that process first`),
    )
    await first.kill()
    const third = childProcess('app', folder)
    assert.equal((await served(third)).adopted, true)
    await third.stop()
  })

  test('of two first starts at the same moment, one has the server', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const both = [childProcess('app', folder), childProcess('app', folder)]
    const told = await Promise.all(both.map((child) => child.told))
    assert.equal(told.filter((each) => 'url' in each).length, 1, JSON.stringify(told))
    assert.deepEqual(
      told.flatMap((each) => ('fault' in each ? [each.fault] : [])),
      ['embedded-in-use'],
    )
    await Promise.all(both.map((child) => child.stop()))
  })

  test('a command joins the server of the app, and leaves it running', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const app = childProcess('app', folder)
    const { url } = await served(app)
    const command = childProcess('command', folder)
    assert.equal((await served(command)).url, url)
    await command.stop()
    assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
    await app.stop()
  })

  test('a command alone starts a server, and stops it', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const command = childProcess('command', folder)
    assert.equal((await served(command)).adopted, false)
    const pid = await postmaster(folder)
    await command.stop()
    assert.ok(!lives(pid))
  })

  test('a command does not stop the server under another that joined it', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const [first, second] = [childProcess('command', folder), childProcess('command', folder)]
    const [{ url }] = await Promise.all([served(first), served(second)])
    const pid = await postmaster(folder)
    const stopped = first.stop()
    await sleep(500)
    assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
    await Promise.all([second.stop(), stopped])
    await until(() => !lives(pid))
  })

  test('an app waits for a command that is about to finish', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const command = childProcess('command', folder)
    await served(command)
    const app = childProcess('app', folder)
    await sleep(1_500)
    await command.stop()
    assert.equal((await served(app)).adopted, false)
    await app.stop()
  })

  test('an app does not wait for ever for a command', { timeout }, async (t) => {
    const folder = await dataFolder(t)
    const command = childProcess('command', folder)
    await served(command)
    const { message } = await refused(childProcess('app', folder))
    assert.match(message, new RegExp(`in use by a Plumbline command, process ${command.pid}`))
    await command.stop()
  })
})
