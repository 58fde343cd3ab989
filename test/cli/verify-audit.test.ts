/** Verifying the trail as a person types it, on a database that somebody tampered with (X10). */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openTrail, type Trail } from '../audit/trail.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string
let trail: Trail
let ids: readonly number[]
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-cli-'))
  trail = await openTrail()
  ids = await trail.begin()
})
after(async () => {
  await trail.close()
  await rm(folder, { recursive: true, force: true })
})

const plumbline = (words: readonly string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(join(root, 'plumbline'), words, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        PLUMBLINE_DATA: folder,
        DATABASE_URL: trail.plumbline.address,
        PLUMBLINE_MODE: 'live',
      },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      err += text
    })
    child.on('close', (code) => done({ code, out, err }))
  })

test('a trail that holds is said to hold, and what only an anchor can tell is said', async () => {
  const { code, out } = await plumbline(['verify-audit'])
  assert.equal(code, 0)
  assert.match(out, /The trail holds\. 6 events in 1 chain/)
  assert.match(out, /Without an anchor/)
  const head = await plumbline(['audit-head', '--out', 'head.json'])
  assert.equal(head.code, 0, head.err)
  assert.match(head.out, /head of 6 events/)
  const anchored = await plumbline(['verify-audit', '--anchor', 'head.json', '--json'])
  assert.equal(anchored.code, 0)
  assert.equal(JSON.parse(anchored.out).holds, true)
})

test('the first broken event is named, with what is wrong and what to do next', async () => {
  await trail.tamper(`update event_payload set payload = '{}' where event_id = $1`, [ids[3]])
  const { code, out } = await plumbline(['verify-audit'])
  assert.equal(code, 1)
  assert.match(out, new RegExp(`Event ${ids[3]} of northfold, seal 4: What the event says .* was changed`))
  assert.match(out, /What to do: Keep the database as it is, as evidence/)
  const json = JSON.parse((await plumbline(['verify-audit', '--json'])).out)
  assert.deepEqual(
    [json.holds, json.broken[0].wrong, json.broken[0].event],
    [false, 'payload-altered', ids[3]],
  )
})

test('a file that is no anchor is refused in words', async () => {
  await writeFile(join(folder, 'notes.txt'), 'Minutes')
  for (const [words, says] of [
    [['verify-audit', '--anchor', 'nowhere.json'], /nowhere\.json cannot be read: it is not there/],
    [['verify-audit', '--anchor', 'notes.txt'], /is no head of a trail/],
    [['audit-head'], /--out: It is missing/],
  ] as const) {
    const { code, out, err } = await plumbline(words)
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.match(err, says)
  }
})
