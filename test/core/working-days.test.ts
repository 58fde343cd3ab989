import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidaysText } from '../../scripts/bank-holidays-text.ts'
import { bankHolidays, bankHolidaysKnown } from '../../src/core/kit/bank-holidays.ts'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { quarterBeside, quarterNamed, quarterOf } from '../../src/core/kit/quarters.ts'
import {
  isWorkingDay,
  plusWorkingDays,
  whyNotWorking,
  workingDayUntil,
} from '../../src/core/kit/working-days.ts'

test('Saturdays, Sundays and bank holidays are no working days, and say what they are', () => {
  const cases = [
    ['2026-11-20', null],
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
    ['2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
    ['2026-12-28', 'Boxing Day'],
    ['2020-05-04', null],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
  ] as const
  for (const [on, is] of cases) assert.equal(whyNotWorking(day(on)), is, on)
})

test('B2.3: ten working days over Christmas', () => {
  assert.equal(plusWorkingDays(day('2026-12-18'), 10), '2027-01-06')
  assert.equal(plusWorkingDays(day('2026-11-02'), 10), '2026-11-16')
  assert.equal(workingDayUntil(day('2026-12-28')), '2026-12-24')
})

test('each year that is known has the eight bank holidays of England, and those of the Queen and the King', () => {
  const inYear = (year: number) =>
    Object.keys(bankHolidays).filter((date) => date.startsWith(String(year))).length
  const years = Array.from({ length: 9 }, (_, index) => 2019 + index)
  assert.deepEqual(years.map(inYear), [8, 8, 8, 10, 9, 8, 8, 8, 8])
})

test('of a weekday of an unknown year nobody guesses: it fails, and says what to do', () => {
  const after = plusDays(bankHolidaysKnown.to, 3)
  assert.equal(whyNotWorking(day('2028-01-01')), 'a Saturday')
  assert.throws(
    () => isWorkingDay(after),
    (error) =>
      isFault(error) &&
      error.problem.code === 'bank-holidays-unknown' &&
      /3 January 2028/.test(error.problem.says) &&
      /refresh-bank-holidays/.test(error.problem.next),
  )
})

test('so many working days later is a working day, with exactly so many after the first', () => {
  const days = fc.integer({ min: 0, max: 2900 }).map((number) => plusDays(day('2019-01-01'), number))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (from: Day, number) => {
      const to = plusWorkingDays(from, number)
      assert.ok(isWorkingDay(to))
      let [on, counted] = [from, 0]
      while (on < to) {
        on = plusDays(on, 1)
        if (isWorkingDay(on)) counted += 1
      }
      assert.equal(counted, number)
    }),
  )
})

test('the file of GOV.UK takes the place of the years that it covers, and what was known before stays', () => {
  const text = bankHolidaysText(
    {
      'england-and-wales': {
        division: 'england-and-wales',
        events: [
          { title: 'New Year’s Day', date: '2028-01-03', notes: 'Substitute day', bunting: true },
          { title: "Somebody's day", date: '2027-07-01', notes: '', bunting: false },
        ],
      },
      scotland: { division: 'scotland', events: [] },
    },
    bankHolidays,
  )
  assert.match(text, /from: '2019-01-01' as Day, to: '2028-12-31' as Day/)
  assert.match(text, /'2026-12-28': 'Boxing Day',\n {2}'2027-07-01': 'Somebody’s day',\n {2}'2028-01-03'/)
  assert.throws(() => bankHolidaysText({ 'england-and-wales': { events: [] } }, {}))
})

test('what is known here is what the script would write', async () => {
  const events = Object.entries(bankHolidays).map(([date, title]) => ({ date, title }))
  assert.equal(
    bankHolidaysText({ 'england-and-wales': { events } }, {}),
    await readFile('src/core/kit/bank-holidays.ts', 'utf8'),
  )
})

test('a quarter has a name, a first and a last day, and neighbours', () => {
  const quarter = quarterNamed('2026-4')
  assert.deepEqual(quarter, { name: '2026-4', from: '2026-10-01', to: '2026-12-31' })
  assert.ok(quarter)
  assert.deepEqual([quarterBeside(quarter, 1), quarterBeside(quarter, -1)], ['2027-1', '2026-3'])
  assert.deepEqual(
    ['2026-01-01', '2026-12-31'].map((on) => quarterOf(day(on))),
    ['2026-1', '2026-4'],
  )
  for (const name of ['2026-5', '2026-0', '26-1', '2026-4x']) assert.equal(quarterNamed(name), null)
})
