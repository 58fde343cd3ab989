import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { isFault } from '../../src/core/kit/problems.ts'
import { readSettings } from '../../src/server/platform/settings.ts'

test('nothing set gives a demonstration on loopback', () => {
  assert.deepEqual(readSettings({}), {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('./data'),
    databaseUrl: null,
    mode: 'demo',
  })
})

test('a database or an open address means live, never one-click sign-in', () => {
  assert.equal(readSettings({ DATABASE_URL: 'postgres://u:p@db/plumbline' }).mode, 'live')
  assert.equal(readSettings({ HOST: '0.0.0.0' }).mode, 'live')
})

const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ PORT: 'eighty' }, /PORT is "eighty".*whole number from 0 to 65535/s],
  [{ PORT: '70000' }, /PORT/],
  [{ PORT: '80.5' }, /PORT/],
  [{ PLUMBLINE_MODE: 'production' }, /PLUMBLINE_MODE is "production".*demo or live/s],
  [{ PLUMBLINE_MODE: 'demo', HOST: '0.0.0.0' }, /one click/],
  [{ PLUMBLINE_MODE: 'demo', DATABASE_URL: 'postgres://u:p@db/x' }, /one click/],
  [{ DATABASE_URL: 'mysql://root:secret@db/x' }, /DATABASE_URL/],
]

for (const [environment, says] of refused)
  test(`refused with a clear word: ${JSON.stringify(environment)}`, () => {
    assert.throws(
      () => readSettings(environment),
      (error) => isFault(error) && says.test(error.message) && !error.message.includes('secret'),
    )
  })
