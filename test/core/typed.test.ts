/** What people type into forms and spreadsheets, read as what it means: the same on every form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayBetween, dayIn } from '../../src/core/kit/day-in.ts'
import { dayOfParts } from '../../src/core/kit/day-of-parts.ts'
import { day, isDay, plusDays } from '../../src/core/kit/days.ts'
import { errorList } from '../../src/core/kit/error-list.ts'
import { countTyped, penceTyped, poundsInWords } from '../../src/core/kit/typed-amount.ts'
import { choiceTyped, yesTyped } from '../../src/core/kit/typed-choice.ts'
import { dayAsTyped, dayOfNumbers, dayTyped, partsOfDay } from '../../src/core/kit/typed-day.ts'
import { textUpTo } from '../../src/core/kit/typed-text.ts'
import { timeTyped } from '../../src/core/kit/typed-time.ts'
import { dayInWords } from '../../src/core/kit/words.ts'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((offset) => plusDays(day('1900-01-01'), offset))
/** Letters of which days, times and amounts are made: most texts of them are nearly right. */
const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123459 -/.:,£TMar') }))

for (const [text, means] of [
  ['27 3 2026', '2026-03-27'],
  ['27/03/2026', '2026-03-27'],
  ['1-4-2026', '2026-04-01'],
  [' 27 March 2026 ', '2026-03-27'],
  ['27-Mar-2026', '2026-03-27'],
  ['27 sept 2026', '2026-09-27'],
  ['2026-03-27', '2026-03-27'],
  ['2026-03-27 00:00:00', '2026-03-27'],
  ['29 2 2028', '2028-02-29'],
  ['29 2 2026', null],
  ['27 3 26', null],
  ['3/27/2026', null],
  ['March 2026', null],
  [' 3 2026', null],
  ['', null],
] as const)
  test(`“${text}” is ${means ?? 'no day'}`, () => assert.equal(dayTyped(text), means))

test('a day is read again however it was shown', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(' ', '/', '-', '.'), (on, between) => {
      assert.equal(dayTyped(dayAsTyped(on)), on)
      assert.equal(dayTyped(partsOfDay(on).join(between)), on)
      assert.equal(dayTyped(dayInWords(on)), on)
      assert.equal(dayTyped(on), on)
      assert.equal(dayOfNumbers(...partsOfDay(on)), on)
    }),
  )
  assert.deepEqual([dayAsTyped('2026-03-07'), dayAsTyped(null)], ['7 3 2026', ''])
  assert.deepEqual(partsOfDay(null), ['', '', ''])
})

test('whatever is typed, only a real day comes out of it', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (one, two, three) => {
      for (const read of [dayTyped(one), dayTyped(`${one} ${two} ${three}`), dayOfNumbers(one, two, three)])
        assert.ok(read === null || isDay(read))
    }),
  )
})

const words = { field: 'ended', name: 'The day on which it ended', example: '27 3 2026' }

for (const [parts, means] of [
  [['27', '3', '2026'], '2026-03-27'],
  [[' 27 ', '03', '2026 '], '2026-03-27'],
  [['', ' ', ''], null],
  [['27', '', '2026'], 'The day on which it ended must have a month'],
  [['', '', '2026'], 'The day on which it ended must have a day and a month'],
  [['27', '3', ''], 'The day on which it ended must have a year'],
  [['31', '2', '2026'], 'The day on which it ended must be a real date, such as 27 3 2026'],
  [['27', 'March', '2026'], 'The day on which it ended must be a real date, such as 27 3 2026'],
] as const)
  test(`the fields “${parts.join('”, “')}” hold ${means ?? 'nothing'}`, () => {
    const read = dayOfParts(parts, words)
    assert.deepEqual(read, means === null || isDay(means) ? means : { field: 'ended', text: means })
  })

test('a day that was not typed, or is none, is said by its field', () => {
  const { errors, wrong } = errorList()
  assert.equal(dayIn('1 4 2026', 'due', 'The day', wrong), '2026-04-01')
  assert.equal(dayIn(' ', 'due', 'The day by which it is done', wrong), null)
  assert.equal(dayIn('', 'ends', 'The last day', wrong, 'Enter the last day of the contract'), null)
  assert.equal(dayIn('soon', 'on', 'The day', wrong), null)
  assert.deepEqual(errors, [
    { field: 'due', text: 'Enter the day by which it is done' },
    { field: 'ends', text: 'Enter the last day of the contract' },
    { field: 'on', text: 'The day must be a real date, such as 27 3 2026' },
  ])
})

test('a day between two is one of them or between, or is said to be outside', () => {
  fc.assert(
    fc.property(anyDay, fc.option(anyDay), fc.option(anyDay), (on, from, to) => {
      const { errors, wrong } = errorList()
      const read = dayBetween(dayAsTyped(on), 'on', 'The day', { from, to }, wrong)
      const isWithin = (from === null || on >= from) && (to === null || on <= to)
      assert.equal(read, isWithin ? on : null)
      assert.equal(errors.length, isWithin ? 0 : 1)
    }),
  )
  const { errors, wrong } = errorList()
  const limits = { from: day('2026-03-02'), to: day('2026-03-27') }
  for (const typed of ['1 3 2026', '28 3 2026']) dayBetween(typed, 'on', 'The day', limits, wrong)
  assert.deepEqual(
    errors.map(({ text }) => text),
    ['The day must be on or after 2 March 2026', 'The day must be on or before 27 March 2026'],
  )
})

for (const [text, means] of [
  ['9:30', '09:30'],
  ['14.30', '14:30'],
  [' 23:59 ', '23:59'],
  ['0:00', '00:00'],
  ['24:00', null],
  ['9:60', null],
  ['9', null],
  ['9:5', null],
  ['', null],
] as const)
  test(`“${text}” is ${means ?? 'no time'}`, () => assert.equal(timeTyped(text), means))

for (const [text, means] of [
  ['£12,345.50', 1_234_550],
  ['12345.5', 1_234_550],
  ['0', 0],
  ['1,000', 100_000],
  ['12,34', null],
  ['-5', null],
  ['about 5', null],
  ['1.234', null],
] as const)
  test(`“${text}” is ${means ?? 'no amount'} in pence`, () => assert.equal(penceTyped(text), means))

test('an amount is read again as it is shown', () => {
  fc.assert(fc.property(fc.nat(), (pence) => assert.equal(penceTyped(poundsInWords(pence)), pence)))
  assert.deepEqual([0, 5, 100, 1_234_550].map(poundsInWords), ['£0', '£0.05', '£1', '£12,345.50'])
})

test('counts, yes and no, and choices by their ids or their words', () => {
  assert.deepEqual(['40', '0', '4.5', ' 7 '].map(countTyped), [40, null, null, 7])
  assert.deepEqual(['Yes', 'n', 'TRUE', 'maybe'].map(yesTyped), [true, false, true, null])
  const choices = { 'care-home': 'Care home', 'home-care': 'Home care' }
  assert.deepEqual(
    ['care home', 'HOME-CARE', 'Care  Home', 'caring', ''].map((text) => choiceTyped(text, choices)),
    ['care-home', 'home-care', 'care-home', null, null],
  )
})

test('a text is taken up to its longest, without the spaces around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 20 }), (typed, longest) => {
      const { errors, wrong } = errorList()
      const read = textUpTo(typed, 'note', 'The note', longest, wrong)
      const bare = typed.trim()
      assert.equal(read, bare.length > longest || bare === '' ? null : bare)
      assert.equal(errors.length, bare.length > longest ? 1 : 0)
    }),
  )
  const { errors, wrong } = errorList()
  textUpTo('abcd', 'note', 'The note', 3, wrong)
  assert.deepEqual(errors, [{ field: 'note', text: 'The note must be 3 characters or fewer: it has 4' }])
})
