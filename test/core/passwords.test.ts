/** What a password must be (ASVS 5.0, 6.2; NCSC): tables of what will do and what will not, and properties. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { wrongWith } from '../../src/core/people/password-rules.ts'

const beside = {
  common: new Set(dictionary['passwords-common']),
  names: ['Plumbline', 'Northfold Borough Council', 'Ada Birchwood', 'ada.birchwood@northfold.example'],
}

for (const password of [
  'correct horse battery staple',
  'correcthorsebattery',
  'gravel-otter-lantern',
  'Lamp Fern Crow',
  'kettle tractor moss',
  'xk2nf9qlm4ztrw8',
  '   leading and trailing spaces stay   ',
  'zażółć gęślą jaźń',
  'приливная волна летом',
])
  test(`“${password}” will do`, () => assert.equal(wrongWith(password, beside), null))

for (const [password, because] of [
  ['', /Enter a password/],
  ['short', /at least 15/],
  ['Tr0ub4dor&3', /at least 15/],
  ['fourteen chars', /at least 15/],
  ['passwordpassword', /easy to guess/],
  ['Password1!Password1!', /easy to guess/],
  ['p4ssw0rd12345678', /easy to guess/],
  ['aaaaaaaaaaaaaaaaa', /easy to guess/],
  ['abcdefghijklmnopqrs', /easy to guess/],
  ['qwertyuiopasdfghjkl', /easy to guess/],
  ['1qazqwertyuiop2wsx', /easy to guess/],
  ['Liverpool-Liverpool-1', /easy to guess/],
  ['letmeinletmein2026', /easy to guess/],
  ['monkey123456789!', /easy to guess/],
  ['ababababababababab', /easy to guess/],
  ['plumbline gravel otter', /Leave out “plumbline”/],
  ['gravel otter NORTHFOLD', /Leave out “northfold”/],
  ['gravel birchwood otter', /Leave out “birchwood”/],
  ['x'.repeat(201), /at most 200/],
] as const)
  test(`“${password.slice(0, 24)}” will not`, () => assert.match(wrongWith(password, beside) ?? '', because))

test('what a council is called besides its name is no name', () => {
  assert.equal(wrongWith('a borough of gravel otters', beside), null)
})

test('three different words of four letters do, whatever stands between them; two do not', () => {
  const word = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{5,8}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 3, maxLength: 5 }),
      fc.constantFrom(' ', '-', '.'),
      (words, between) => {
        const none = { common: new Set<string>(), names: [] }
        const wrong = wrongWith(words.join(between), none)
        assert.ok(wrong === null || /easy to guess/.test(wrong), wrong ?? '')
      },
    ),
  )
})

test('however often a common password is repeated, it stays refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...dictionary['passwords-common'].slice(0, 300)),
      fc.integer({ min: 1, max: 40 }),
      (word, times) => {
        assert.notEqual(wrongWith(word.repeat(times), beside), null)
      },
    ),
  )
})
