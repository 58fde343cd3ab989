/** The drill: a backup taken while people write, restored elsewhere, and compared. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Fault } from '../../src/core/kit/problems.ts'
import { verifyTrail } from '../../src/server/audit/verify.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { openDatabase } from '../../src/server/open.ts'
import { system } from '../../src/server/platform/actor.ts'
import type { Manifest } from '../../src/server/platform/database/backup/manifest.ts'
import { restoreBackup } from '../../src/server/platform/database/backup/restore.ts'
import { takeBackup } from '../../src/server/platform/database/backup/take.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { digestOf } from '../../src/server/platform/events/emit.ts'
import { sealEvents } from '../../src/server/platform/events/seal.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { queues, routes } from '../../src/server/slices.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const silent = () => {}
const eastmarch = system('test', ['eastmarch'])
let plumbline: TestApp
let folder: string
let elsewhere: TestDatabase
let taken: Manifest
/** What the server had said was saved before the backup began. */
const acknowledged: string[] = []

const concern = (id: string) => ({
  id,
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  summary: 'The lift was out of order; “quotes”, a\ttab and a \\ backslash.',
  reference: '',
  risk: 'no',
})

/** Records concerns one after the other until it is told to stop. Returns how to stop it. */
const writer = async (service: string): Promise<() => Promise<void>> => {
  const person = await plumbline.signIn('contract-lead')
  const going = { on: true }
  const record = async () => {
    const id = randomUUID()
    const answer = await person.post(`/services/${idOf(service)}/intelligence/new`, concern(id))
    assert.equal(answer.status, 303)
    acknowledged.push(id)
  }
  await record()
  const done = (async () => {
    while (going.on) await record()
  })()
  return () => {
    going.on = false
    return done
  }
}

const restoring = (from: string, url = elsewhere.url) =>
  restoreBackup({ url, dataFolder: join(folder, 'restored'), from, queues }, silent)

const backingUp = (url: string, dataFolder: string, to: string) =>
  takeBackup({ url, dataFolder, to: join(folder, to), at: plumbline.clock.now }, silent)

const code = (wanted: string) => (error: Fault) => error.problem.code === wanted

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-backup-'))
  plumbline = await testApp('demo', { workers: true })
  elsewhere = await testDatabase('empty')
  const { dataFolder } = plumbline.opened.ground
  await writeFile(join(dataFolder, 'note.txt'), 'not kept: it is no file that somebody sent')
  const person = await plumbline.signIn('administrator')
  const form = new FormData()
  form.append(
    'files',
    new File(
      [await readFile('test/fixtures/cqc/28_March_2025_CQC_directory_oldham.csv')],
      '28_March_2025_CQC_directory_oldham.csv',
    ),
  )
  assert.equal((await person.post('/register/imports', form)).status, 303)
  const stops = await Promise.all(['sallow-court', 'rowan-house', 'thornhay-lodge'].map(writer))
  const saved = acknowledged.length
  await sealEvents(plumbline.opened.ground, eastmarch)
  taken = await backingUp(plumbline.address, dataFolder, 'first')
  await Promise.all(stops.map((stop) => stop()))
  acknowledged.length = saved
})
after(async () => {
  await plumbline.close()
  await elsewhere.drop()
  await rm(folder, { recursive: true })
})

test('a backup that was altered is refused before anything is written, and says where', async () => {
  const bad = join(folder, 'bad')
  await backingUp(plumbline.address, plumbline.opened.ground.dataFolder, 'bad')
  await appendFile(join(bad, 'tables/intelligence.copy.gz'), 'x')
  await assert.rejects(restoring(bad), (error: Fault) =>
    /tables\/intelligence\.copy\.gz is not what it was/.test(error.problem.says),
  )
  await rm(join(bad, 'tables/intelligence.copy.gz'))
  await assert.rejects(restoring(bad), (error: Fault) =>
    /intelligence.copy.gz is missing/.test(error.problem.says),
  )
  await rm(join(bad, 'backup.json'))
  await assert.rejects(restoring(bad), code('backup-unreadable'))
})

test('a backup of a newer version is refused', async () => {
  const newer = join(folder, 'newer')
  await backingUp(plumbline.address, plumbline.opened.ground.dataFolder, 'newer')
  const list = JSON.parse(await readFile(join(newer, 'backup.json'), 'utf8')) as Manifest
  list.migrations.push('9999-from-the-future.sql')
  await writeFile(join(newer, 'backup.json'), JSON.stringify(list))
  await assert.rejects(restoring(newer), code('backup-newer'))
})

test('restored elsewhere, it holds all that was acknowledged, and is the same when it is backed up again', async () => {
  await restoring(join(folder, 'first'))
  const again = await backingUp(elsewhere.url, join(folder, 'restored'), 'second')
  assert.deepEqual({ ...again, takenAt: '' }, { ...taken, takenAt: '' })
  assert.ok(taken.tables.every(({ name, rows }) => name !== 'intelligence' || rows > acknowledged.length))
  const opened = await openDatabase(elsewhere.url, 'demo', silent, folder, () => plumbline.clock.now)
  try {
    await unitOfWork(opened.ground, eastmarch, 'read', async () => {
      const found = await db()
        .selectFrom('intelligence')
        .where('id', 'in', acknowledged)
        .select('id')
        .execute()
      assert.equal(found.length, acknowledged.length)
      const events = await db()
        .selectFrom('event')
        .innerJoin('event_payload', 'event_payload.event_id', 'event.id')
        .select(['digest', 'salt', 'payload'])
        .execute()
      const { broken, chains } = await verifyTrail(null)
      assert.deepEqual(broken, [])
      assert.ok(chains.some(({ chain, events: sealed }) => chain === 'eastmarch' && sealed > 0))
      assert.ok(events.every(({ digest, salt, payload }) => digestOf(salt, payload).equals(digest)))
    })
    const app = createApp(opened.ground, routes, silent)
    assert.equal((await app.request('http://plumbline.test/sign-in')).status, 200)
  } finally {
    await opened.close()
  }
})

test('the files that people sent are in it, and nothing else of the data folder', async () => {
  assert.equal(taken.files.length, 1)
  const names = await readdir(join(folder, 'restored'), { recursive: true })
  assert.equal(names.filter((name) => name.endsWith('.txt')).length, 0)
})

test('nothing is written over: neither records nor another backup', async () => {
  await assert.rejects(restoring(join(folder, 'first')), code('restore-not-empty'))
  await assert.rejects(backingUp(plumbline.address, folder, 'first'), code('backup-there'))
})
