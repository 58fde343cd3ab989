import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOfCell, producedOnIn, producedOnInName } from '../../../src/core/register/tables/cqc-day.ts'

test('a day in every way in which CQC and spreadsheets write it', () => {
  const sameDay = ['09/Jan/2018 - 00:00', '09/01/2018 - 14:30', '9/1/2018', '09-Jan-2018', '9 January 2018']
  for (const text of [...sameDay, '09/01/18', '2018-01-09', '2018-01-09T00:00:00', '2018-01-09T00:00:00Z'])
    assert.equal(dayOfCell(text), '2018-01-09', text)
  assert.equal(dayOfCell('43109'), '2018-01-09', 'as XLSX counts')
  assert.equal(dayOfCell('43109.5'), '2018-01-09')
  assert.equal(dayOfCell('2018-07-08T23:00:00Z'), '2018-07-09', 'midnight of British summer')
})

test('what is no day is none: never the month of another order', () => {
  for (const text of [
    '31/Feb/2018',
    '01/13/2018',
    '2018-02-30',
    '2018-02-30T00:00:00Z',
    'Good',
    '5',
    '1-101',
  ])
    assert.equal(dayOfCell(text), null, text)
})

test('the day on which a file was produced, from a line above its table or from its name', () => {
  assert.equal(producedOnIn('This data was produced on 19 August 2026'), '2026-08-19')
  assert.equal(producedOnIn('Source: CQC database as at 1st of April 2024'), '2024-04-01')
  assert.equal(producedOnIn('Changes since 1 April 2015 are marked'), null)
  assert.equal(producedOnInName('28_March_2025_Latest_ratings.ods'), '2025-03-28')
  assert.equal(producedOnInName('CQC directory 3 May 2021.csv'), '2021-05-03')
  assert.equal(
    producedOnInName('gm_care_homes_2019-08.csv'),
    '2019-08-01',
    'a month counts from its first day',
  )
  assert.equal(producedOnInName('export-20190801.csv'), null)
})
