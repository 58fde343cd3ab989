import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recognise } from '../../../src/server/register/files/read-cqc-file.ts'
import { rowsOf } from '../oldham.ts'
import { writeOdsSheets, writeXlsxSheets } from '../write-sheets.ts'
import * as samples from './samples.ts'

const { csv, knowledgeIn, pathOf, written } = samples
const { activeHeading, activeRow, directoryHeading, directoryRow, ratingsHeading, ratingsRow } = samples

const told = ['CQC Locations data', '', 'This data was produced on 19 August 2026', '']
const above = told.map((line) => [line, '', ''])
const ids = async (path: string): Promise<string[]> => (await knowledgeIn(path)).map(({ id }) => id)

test('the directory of every year: byte-order mark or none, any end of line, headings as they were', async () => {
  const old = directoryHeading.map((name) =>
    name
      .replace('CQC Location ID (for office use only)', 'CQC Location (for office use only')
      .replace('authority', 'Authority'),
  )
  const rows = [directoryRow('1-101'), directoryRow('RM317')]
  for (const heading of [directoryHeading, old, old.filter((name) => name !== 'Also known as')])
    for (const end of ['\r\n', '\n'])
      for (const mark of ['', '\ufeff']) {
        const cells = rows.map((row) => row.filter((_, at) => heading.length === 15 || at !== 1))
        const path = await written('any.txt', mark + csv([...above, heading, ...cells], end))
        assert.equal((await recognise(path)).name, 'directory-csv')
        const known = await knowledgeIn(path)
        assert.deepEqual(
          known.map(({ id }) => id),
          ['1-101', 'RM317'],
        )
        assert.equal(known[0]?.producedOn, '2026-08-19')
        assert.equal(known[0]?.facts.localAuthority, 'Eastmarch')
        assert.equal(known[0]?.latestCheck, '2018-01-09')
        assert.deepEqual(known[0]?.facts.kinds, ['Doctors/Gps', 'Nursing homes'])
        assert.deepEqual(known[0]?.provider, { id: '1-9000000000', name: 'Elm Care Limited' })
      }
})

test('a file of mixed encodings: each line for itself', async () => {
  const utf8 = Buffer.from(csv([...above, directoryHeading, directoryRow('1-101', '', 'Café Court – A')]))
  const windows = Buffer.from(csv([directoryRow('1-102', '', 'Caf\u00e9 Court \u0096 B')]), 'latin1')
  const known = await knowledgeIn(await written('mixed.csv', Buffer.concat([utf8, windows])))
  assert.deepEqual(
    known.map(({ facts }) => facts.name),
    ['Café Court – A', 'Café Court – B'],
  )
})

test('the day of a file without one inside comes from its name, as the last resort', async () => {
  const content = csv([directoryHeading, directoryRow('1-101')])
  const on = async (name: string) => (await knowledgeIn(await written(name, content)))[0]?.producedOn
  assert.equal(await on('15_April_2020_CQC_directory.csv'), '2020-04-15')
  assert.equal(await on('directory-2020-04-15.csv'), '2020-04-15')
  assert.equal(await on('directory.csv'), null)
})

const ratings = [
  ratingsRow('1-101', 'Overall', 'Overall', 'Good', '2022-06-09'),
  ratingsRow('1-101', 'Overall', 'Safe', 'Requires Improvement', '2022-06-09'),
  ratingsRow('1-102', 'Overall', 'Overall', 'Not Rated', ''),
]
const keyQuestion = ratingsHeading.map((name) => name.replace('Domain', 'Key Question'))
const readme = [['Active locations'], [''], ['Source: CQC database as at 1st April 2024'], ['']]
const blanks = Array.from({ length: 6 }, () => ['about'])

test('one reader for ODS, XLSX and CSV: latest ratings, of both headings', async () => {
  for (const heading of [ratingsHeading, keyQuestion]) {
    const sheets = {
      Notes: [['Location ID', 'Latest Rating']],
      Locations: [heading, ...ratings],
      Providers: [heading],
    }
    await writeOdsSheets(pathOf('ratings'), sheets)
    await writeXlsxSheets(pathOf('ratings-x'), sheets)
    await written('ratings-c', csv([heading, ...ratings]))
    const all = await Promise.all(
      ['ratings', 'ratings-x', 'ratings-c'].map((name) => knowledgeIn(pathOf(name))),
    )
    assert.deepEqual(all[1], all[0])
    assert.deepEqual(all[2], all[0])
    assert.deepEqual(
      all[0]?.map(({ id, ratings: given }) => [id, given?.list[0]?.overall, given?.list[0]?.published]),
      [
        ['1-101', 'Good', '2022-06-09'],
        ['1-102', 'Not Rated', null],
      ],
    )
  }
  const names = ['ratings', 'ratings-x', 'ratings-c'].map(
    async (name) => (await recognise(pathOf(name))).name,
  )
  assert.deepEqual(await Promise.all(names), [
    'latest-ratings-ods',
    'latest-ratings-xlsx',
    'latest-ratings-csv',
  ])
})

test('active locations with their heading in row 1 or 7, the day in another sheet, and no names of people', async () => {
  const sheets = {
    README: readme,
    'HSCA Active Locations': [...blanks, activeHeading, activeRow('1-101')],
    Dual_Registration_Locations: [
      ['Location ID', 'Location HSCA start date'],
      ['1-7', '2020-01-01'],
    ],
  }
  await writeOdsSheets(pathOf('active'), sheets)
  await writeXlsxSheets(pathOf('active-x'), sheets)
  await written('active-c', csv([activeHeading, activeRow('1-101')]))
  const [ods, xlsx, text] = await Promise.all(
    ['active', 'active-x', 'active-c'].map((name) => rowsOf(pathOf(name))),
  )
  assert.deepEqual(xlsx, ods)
  assert.equal(ods?.length, 1)
  assert.doesNotMatch(JSON.stringify([ods, text]), /Given-|Family-/)
  const [known] = await knowledgeIn(pathOf('active-x'))
  assert.equal(known?.producedOn, '2024-04-01')
  assert.deepEqual(known?.facts.registered, { from: '2014-08-15', to: null })
  assert.deepEqual(known?.facts.kinds, ['Nursing homes'])
  assert.deepEqual(known?.facts.specialisms, ['Services for everyone'])
  assert.ok(!('county' in (known?.facts.address ?? {})), 'a file without the column says nothing of it')
  assert.deepEqual(await ids(pathOf('active-c')), ['1-101'])
})
