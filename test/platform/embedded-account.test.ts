import assert from 'node:assert/strict'
import { chmod, chown, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import test, { suite, type TestContext } from 'node:test'
import { copyOf } from '../../src/server/platform/database/embedded/copy.ts'
import { nativePackage } from '../../src/server/platform/database/embedded/package.ts'
import { privateClone } from './embedded-clone.ts'
import { ask, dataFolder, postmaster, silently } from './embedded-folder.ts'
import { childProcess, refused, served } from './embedded-process.ts'

const timeout = 60_000
const isRoot = process.geteuid?.() === 0

/** An account with a name that is not the one which root chooses itself. */
const namedAccount = async () => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = lines.find(([name, , uid]) => Number(uid) > 0 && name !== 'postgres' && name !== 'nobody')
  assert.ok(found !== undefined, 'The machine has no account but root and nobody')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Root tests as an ordinary user by becoming one; everybody else is one. */
const ordinary = isRoot ? await namedAccount() : undefined

/** The account that runs the server: of its process where the kernel shows it, else of its files. */
const accountOf = async (folder: string): Promise<number> =>
  (await stat(process.platform === 'linux' ? `/proc/${await postmaster(folder)}` : join(folder, 'postgres')))
    .uid

/** Where root keeps its copy of the binaries. A test that made it removes it. */
const copies = '/var/cache/plumbline-postgres'

const ownFolder = async (t: TestContext): Promise<string> => {
  const folder = await dataFolder(t)
  if (ordinary !== undefined) await chown(folder, ordinary.uid, ordinary.gid)
  return folder
}

suite(`accounts, tested as ${isRoot ? 'root' : 'an ordinary user: what only root meets is left out'}`, () => {
  test('an ordinary user runs it as itself, from a private clone without the links of libraries', {
    timeout,
  }, async (t) => {
    const folder = await ownFolder(t)
    const clone = await privateClone(t, ordinary)
    const child = childProcess('app', folder, { ...clone, ...(ordinary && { account: ordinary }) })
    const { url } = await served(child)
    assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
    assert.equal(await accountOf(folder), ordinary?.uid ?? process.geteuid?.())
    await child.stop()
  })

  if (isRoot) {
    test('root runs it as another account, from a clone and in a data folder which that cannot reach', {
      timeout,
    }, async (t) => {
      const before = await stat(copies).catch(() => undefined)
      t.after(() => before ?? rm(copies, { recursive: true, force: true }))
      const outer = await dataFolder(t)
      const folder = join(outer, 'data')
      const child = childProcess('app', folder, await privateClone(t))
      const { url } = await served(child)
      assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
      const account = await accountOf(folder)
      assert.notEqual(account, 0)
      assert.equal((await stat(join(folder, 'postgres'))).uid, account)
      assert.equal((await stat(folder)).mode & 0o777, 0o700)
      await child.stop()
    })

    test('root leaves a database with the user who made it', { timeout }, async (t) => {
      assert.ok(ordinary !== undefined)
      const folder = await ownFolder(t)
      const mine = { ...(await privateClone(t, ordinary)), account: ordinary }
      for (const runner of [mine, {}, mine]) {
        const child = childProcess('app', folder, runner)
        await served(child)
        assert.equal(await accountOf(folder), ordinary.uid)
        await child.stop()
      }
    })

    test('an account without a name is told that PostgreSQL needs one', { timeout }, async (t) => {
      const nameless = { uid: 54_321, gid: 54_321 }
      const folder = await dataFolder(t)
      await chown(folder, nameless.uid, nameless.gid)
      const runner = { ...(await privateClone(t, nameless)), account: nameless }
      assert.equal((await refused(childProcess('app', folder, runner))).fault, 'embedded-nameless')
      assert.deepEqual(await readdir(folder), [])
    })

    test('a user is told whose database it is that it may not use', { timeout }, async (t) => {
      const folder = await dataFolder(t)
      await chmod(folder, 0o777)
      const child = childProcess('app', folder)
      await served(child)
      await child.stop()
      const clone = await privateClone(t, ordinary)
      const { fault } = await refused(
        childProcess('app', folder, { ...clone, ...(ordinary && { account: ordinary }) }),
      )
      assert.equal(fault, 'embedded-owner')
    })
  }

  test('binaries are copied once, readable by all and writable by root alone', async (t) => {
    const folder = await dataFolder(t)
    const found = await nativePackage()
    const said: string[] = []
    const copy = () => copyOf(folder)(found, (line) => said.push(line))
    const copied = await copy()
    if (!isRoot)
      return assert.match('why' in copied ? copied.why : '', /not a folder that only root may write/)
    assert.ok('bin' in copied, JSON.stringify(copied))
    assert.equal((await stat(join(copied.bin, 'postgres'))).mode & 0o777, 0o755)
    assert.deepEqual(await Promise.all([copy(), copy()]), [copied, copied])
    assert.equal(said.length, 1)
  })

  test('binaries are not copied to where another account could change them', async (t) => {
    const folder = await dataFolder(t)
    const trap = join(folder, 'plumbline-postgres')
    await mkdir(trap)
    await (isRoot ? chown(trap, 54_321, 54_321) : chmod(trap, 0o777))
    const copied = await copyOf(folder)(await nativePackage(), silently)
    assert.match('why' in copied ? copied.why : '', /not a folder that only root may write/)
  })
})
