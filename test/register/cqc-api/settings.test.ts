/** What the environment says about CQC's API, and what it is told where that does not work. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cqcAddress,
  neededCqcSettings,
  readCqcSettings,
} from '../../../src/server/register/cqc-api/settings.ts'
import { failsWith } from './asking.ts'
import { key } from './cqc-server.ts'

test('without a key nothing is fetched, and who needs one is told', () => {
  for (const environment of [{}, { CQC_API_KEY: '' }, { CQC_API_KEY: ' ', CQC_API_ADDRESS: 'http://x' }]) {
    assert.equal(readCqcSettings(environment), null)
    assert.throws(() => neededCqcSettings(environment), failsWith('cqc-key-missing', /Set CQC_API_KEY/))
  }
})

test('a key is enough', () => {
  const settings = { key, address: cqcAddress, callsAMinute: 600 }
  assert.deepEqual(readCqcSettings({ CQC_API_KEY: `${key}\n` }), settings)
  assert.deepEqual(neededCqcSettings({ CQC_API_KEY: key }), settings)
})

test('another address, on this machine over http, and another pace', () => {
  const environment = {
    CQC_API_KEY: key,
    CQC_API_ADDRESS: 'http://127.0.0.1:8080/public/v1/',
    CQC_API_CALLS_A_MINUTE: '60',
  }
  assert.deepEqual(readCqcSettings(environment), {
    key,
    address: 'http://127.0.0.1:8080/public/v1',
    callsAMinute: 60,
  })
})

const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ CQC_API_KEY: `${key} x` }, /CQC_API_KEY/],
  [{ CQC_API_KEY: `${key}\nx` }, /CQC_API_KEY/],
  [{ CQC_API_KEY: `${key}é` }, /CQC_API_KEY/],
  [{ CQC_API_ADDRESS: 'api.service.cqc.org.uk' }, /CQC_API_ADDRESS.*https/],
  [{ CQC_API_ADDRESS: 'http://api.service.cqc.org.uk/public/v1' }, /CQC_API_ADDRESS/],
  [{ CQC_API_ADDRESS: 'file:///etc/passwd' }, /CQC_API_ADDRESS/],
  [{ CQC_API_ADDRESS: `https://u:${key}@x.test` }, /CQC_API_ADDRESS/],
  [{ CQC_API_ADDRESS: `https://x.test/?key=${key}` }, /CQC_API_ADDRESS/],
  [{ CQC_API_CALLS_A_MINUTE: '0' }, /CQC_API_CALLS_A_MINUTE is "0".*from 1 to 2000/],
  [{ CQC_API_CALLS_A_MINUTE: '2001' }, /CQC_API_CALLS_A_MINUTE/],
  [{ CQC_API_CALLS_A_MINUTE: 'many' }, /CQC_API_CALLS_A_MINUTE/],
]

for (const [environment, says] of refused)
  test(`refused with a clear word: ${Object.entries(environment).join()}`, () => {
    assert.throws(
      () => readCqcSettings({ CQC_API_KEY: key, ...environment }),
      failsWith('setting-invalid', says),
    )
  })
