/** The examples of the how-to are carried out as they stand, by curl against a server. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { operations } from '../../src/server/api/operations.ts'
import { program } from '../support/api.ts'
import { type ListeningApp, listeningApp } from '../support/listening.ts'

const howTo = await readFile('docs/how-to/use-the-api.md', 'utf8')
const blocks = [...howTo.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code)

let plumbline: ListeningApp
before(async () => {
  plumbline = await listeningApp()
})
after(() => plumbline.close())

test('every example works as it stands', async () => {
  const { secret } = await program(plumbline)
  const [first = '', ...examples] = blocks
  assert.match(first, /export PLUMBLINE=.*\nexport TOKEN=/)
  assert.ok(examples.length > 6)
  const script = ['set -e', ...examples].join('\necho\n')
  const { stdout } = await promisify(execFile)('sh', ['-c', script], {
    env: { ...process.env, PLUMBLINE: plumbline.address, TOKEN: secret, no_proxy: '127.0.0.1' },
    maxBuffer: 2 ** 24,
  })
  for (const expected of [/"scopes":\[/, /Rowan House/, /"concluded":"2026-11-15"/, /service,name,band/])
    assert.match(stdout, expected)
})

test('every address that the how-to names is one of the API', () => {
  const paths = [...howTo.matchAll(/\/api\/v1(\/[\w./-]+)/g)].map(([, path = '']) => path)
  const known = ['/openapi.json', ...operations.map(({ path }) => path)]
  assert.deepEqual(
    paths.filter((path) => !known.includes(path)),
    [],
  )
})
