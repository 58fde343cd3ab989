/** `./plumbline demo`: a demonstration of another size, made once, never over live data (X8). */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demo } from '../../src/cli/demo.ts'
import { run } from './run.ts'

const plumbline = fileURLToPath(new URL('../../plumbline', import.meta.url))
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-demo-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const typed = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = { PATH: process.env.PATH, PLUMBLINE_DATA: join(folder, 'data'), ...environment }
    execFile(plumbline, ['demo', ...words], { env, cwd: folder }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    )
  })

test('it makes one of the size that was asked for, says how far it is, and does not make another over it', async () => {
  const first = await typed(['--services', '48', '--seed', '7'])
  assert.equal(first.code, 0, first.err)
  assert.match(first.err, /Eastmarch Council, 24 services; Northfold Council, 24 services/)
  assert.match(first.out, /Start it with npm start/)
  const again = await typed([])
  assert.equal(again.code, 2)
  assert.match(again.err, /already\. Nothing was changed[\s\S]*delete the folder/)
})

test('a live installation is refused, before a database is opened', async () => {
  const { code, err } = await typed([], { PLUMBLINE_MODE: 'live', PLUMBLINE_DATA: join(folder, 'live') })
  assert.equal(code, 2)
  assert.match(err, /holds no demonstration[\s\S]*PLUMBLINE_MODE=demo/)
})

test('a number that is none, too few, too many and an unknown option are named', async () => {
  for (const number of ['many', '3', '48.5', '100000'])
    await assert.rejects(run(demo, '--services', number), /is not a number of services/)
  const unknown = await run(demo, '--size', '800')
  assert.equal(unknown.exit, 2)
  assert.match(unknown.said.join('\n'), /--size/)
})
