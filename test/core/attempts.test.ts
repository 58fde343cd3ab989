/** How failures slow the next attempt, and what a browser is called. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limits, waitAfter, waitInWords } from '../../src/core/people/attempts.ts'
import { deviceName } from '../../src/core/people/device-name.ts'

test('waits begin after the free failures, double, and stop growing', () => {
  const limit = { free: 3, first: 10, longest: 60 }
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 1000].map((failures) => waitAfter(failures, limit)),
    [0, 0, 0, 10, 20, 40, 60, 60, 60],
  )
})

for (const [name, limit] of Object.entries(limits))
  test(`${name}: more failures never shorten the wait`, () => {
    fc.assert(
      fc.property(fc.nat(500), (failures) => {
        assert.ok(waitAfter(failures + 1, limit) >= waitAfter(failures, limit))
        assert.ok(waitAfter(failures, limit) <= limit.longest)
      }),
    )
  })

test('at its slowest, guessing codes of six digits takes longer than anyone has', () => {
  const triesInYear = (365 * 86_400) / limits.factor.longest
  assert.ok((triesInYear * 3) / 1_000_000 < 0.03, 'three codes are right at a time')
})

for (const [seconds, words] of [
  [5, 'a minute'],
  [90, '2 minutes'],
  [900, '15 minutes'],
] as const)
  test(`${seconds} seconds are ${words}`, () => assert.equal(waitInWords(seconds), words))

for (const [userAgent, name] of [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['', 'A browser on an unknown device'],
] as const)
  test(`${name} is recognised`, () => assert.equal(deviceName(userAgent), name))
