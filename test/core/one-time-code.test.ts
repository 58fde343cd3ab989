/** One-time codes: the vectors of RFC 6238 and RFC 4226, and no code twice. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { base32, inFours } from '../../src/core/people/base32.ts'
import { appAddress, codeOf, matchingStep, stepAt } from '../../src/core/people/one-time-code.ts'

const hmac = (algorithm: string, secret: string) => (message: Uint8Array) =>
  createHmac(algorithm, secret).update(message).digest()
const digits = '12345678901234567890'
const secrets = {
  sha1: digits,
  sha256: digits.repeat(2).slice(0, 32),
  sha512: digits.repeat(4).slice(0, 64),
}

// RFC 6238, appendix B.
for (const [seconds, sha1, sha256, sha512] of [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const)
  test(`at ${seconds} seconds the codes are those of the RFC`, () => {
    for (const [algorithm, code] of Object.entries({ sha1, sha256, sha512 }))
      assert.equal(codeOf(stepAt(seconds), hmac(algorithm, secrets[algorithm as 'sha1']), 8), code)
  })

// RFC 4226, appendix D.
test('the first ten codes by counter are those of the RFC', () => {
  const expected = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ]
  assert.deepEqual(
    expected.map((_, counter) => codeOf(counter, hmac('sha1', digits))),
    expected,
  )
})

const own = hmac('sha1', digits)

test('the code of now, of before and of after is taken, none further away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 2 ** 40 }), fc.integer({ min: -4, max: 4 }), (now, aside) => {
      const found = matchingStep(codeOf(now + aside, own), now, null, own)
      const alike = [-1, 0, 1].some((near) => codeOf(now + near, own) === codeOf(now + aside, own))
      assert.equal(found !== null, alike)
    }),
  )
})

test('a code is taken once, and none from before it', () => {
  const now = 1000
  assert.equal(matchingStep(codeOf(now, own), now, null, own), now)
  assert.equal(matchingStep(codeOf(now, own), now, now, own), null)
  assert.equal(matchingStep(codeOf(now - 1, own), now, now, own), null)
  assert.equal(matchingStep(codeOf(now + 1, own), now, now, own), now + 1)
})

test('spaces in a code do not matter, letters and length do', () => {
  const code = codeOf(1000, own)
  assert.equal(matchingStep(` ${code.slice(0, 3)} ${code.slice(3)}`, 1000, null, own), 1000)
  for (const wrong of ['', '0', code.slice(1), `${code}0`, 'abcdef'])
    assert.equal(matchingStep(wrong, 1000, null, own), null, wrong)
})

// RFC 4648, chapter 10, without the padding.
for (const [text, letters] of [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const)
  test(`“${text}” is ${letters} in base 32`, () => assert.equal(base32(Buffer.from(text)), letters))

test('an app reads whose account it is, and the secret', () => {
  const address = appAddress(Buffer.from('foobar'), 'Plumbline Northfold', 'ada@northfold.example')
  assert.equal(
    address,
    'otpauth://totp/Plumbline%20Northfold:ada%40northfold.example?secret=MZXW6YTBOI&issuer=Plumbline%20Northfold',
  )
  assert.equal(inFours('MZXW6YTBOI'), 'MZXW 6YTB OI')
})
