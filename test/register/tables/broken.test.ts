import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { isFault, type ProblemCode } from '../../../src/core/kit/problems.ts'
import { openZip } from '../../../src/server/register/files/sheets/zip.ts'
import { all, fixture, rowsOf } from '../oldham.ts'
import { odsCell, odsRow, odsTable, writeOds, writeOdsSheets, writeXlsxSheets } from '../write-sheets.ts'
import { writeZip } from '../write-zip.ts'
import * as samples from './samples.ts'

const { csv, knowledgeIn, pathOf, rejectedIn, written } = samples
const { activeHeading, activeRow, directoryHeading, directoryRow, ratingsHeading, ratingsRow } = samples

const refuses = (code: ProblemCode, says: RegExp) => (error: unknown) => {
  assert.ok(isFault(error), String(error))
  assert.equal(error.problem.code, code)
  assert.match(`${error.problem.says} ${error.problem.next}`, says)
  return true
}
const broken = (says: RegExp) => refuses('file-broken', says)
const good = ratingsRow('1-101', 'Overall', 'Overall', 'Good', '2022-06-09')

test('a workbook that is cut off', async () => {
  const whole = await readFile(fixture('28_March_2025_Latest_ratings_oldham.ods'))
  const cut = await written('cut.ods', whole.subarray(0, whole.length / 2))
  await assert.rejects(rowsOf(cut), broken(/may have been cut off/))
  await writeXlsxSheets(pathOf('whole.xlsx'), { Locations: [ratingsHeading, good] })
  const packed = await readFile(pathOf('whole.xlsx'))
  await assert.rejects(rowsOf(await written('cut.xlsx', packed.subarray(0, -30))), broken(/cut off/))
})

test('a workbook whose content does not end, or is none', async () => {
  const rows = odsRow(ratingsHeading) + odsRow(good)
  await writeZip(pathOf('half.ods'), { 'content.xml': `<a><table:table table:name="Locations">${rows}` })
  await assert.rejects(rowsOf(pathOf('half.ods')), broken(/not whole/))
  await writeZip(pathOf('secret.ods'), { 'content.xml': '\u0000\u0001 what a password makes of it' })
  await assert.rejects(rowsOf(pathOf('secret.ods')), broken(/without a password/))
  await writeZip(pathOf('entities.ods'), {
    'content.xml': '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
  })
  await assert.rejects(rowsOf(pathOf('entities.ods')), broken(/not whole/))
})

test('bombs stop at their limit: bytes, a cell, a row, rows repeated, tags in tags', async () => {
  await writeZip(pathOf('bytes.ods'), { 'content.xml': 'x'.repeat(4 * 2 ** 20) })
  const unpack = async () => {
    await using archive = await openZip(pathOf('bytes.ods'), 2 ** 20)
    await all(archive.part('content.xml'))
  }
  await assert.rejects(unpack, broken(/more than 1,048,576 bytes/))
  const cell = odsCell('x'.repeat(9 * 2 ** 20))
  const within = (rows: string) => odsTable('Locations', rows)
  await writeOds(pathOf('cell.ods'), within(cell))
  await assert.rejects(rowsOf(pathOf('cell.ods')), broken(/never ends|longer than any spreadsheet/))
  const wide = odsRow(good).replace(
    '<table:table-cell',
    '<table:table-cell table:number-columns-repeated="9000000"',
  )
  await writeOds(pathOf('wide.ods'), within(odsRow(ratingsHeading) + wide))
  await assert.rejects(rowsOf(pathOf('wide.ods')), broken(/more than 1024 columns/))
  const tall = odsRow(good).replace(
    '<table:table-row',
    '<table:table-row table:number-rows-repeated="1000000"',
  )
  await writeOds(pathOf('tall.ods'), within(odsRow(ratingsHeading) + tall))
  await assert.rejects(rowsOf(pathOf('tall.ods')), broken(/repeats its rows/))
  await writeOds(pathOf('deep.ods'), within('<a>'.repeat(100_000)))
  await assert.rejects(rowsOf(pathOf('deep.ods')), broken(/not whole/))
})

test('a million filler cells cost nothing, and what stands after them keeps its row', async () => {
  const filler = '<table:table-cell/>'.repeat(1_000_000)
  const blank =
    '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  const wide = odsRow(good).replace('</table:table-row>', `${filler}</table:table-row>`)
  await writeOds(pathOf('filler.ods'), odsTable('Locations', odsRow(ratingsHeading) + blank + wide))
  const rows = await rowsOf(pathOf('filler.ods'))
  assert.deepEqual(
    rows.map(({ row }) => row),
    [1002],
  )
})

test('cells that are repeated, covered, of several paragraphs, or carry a note are read as they are meant', async () => {
  const cells = odsRow(good)
    .replace(
      '<text:p>Elm Court</text:p>',
      '<office:annotation><text:p>a note</text:p></office:annotation><text:p>Elm<text:s text:c="2"/></text:p><text:p>Court &amp; Co</text:p>',
    )
    .replace(
      '<table:table-cell office:value-type="string"><text:p>Y',
      '<table:covered-table-cell office:value-type="string"><text:p>Y',
    )
    .replace('<text:p>Y</text:p></table:table-cell>', '<text:p>Y</text:p></table:covered-table-cell>')
    .replaceAll(
      '<text:p>Overall</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Overall</text:p>',
      '<text:p>Overall</text:p>',
    )
    .replace(
      '<table:table-cell office:value-type="string"><text:p>Overall',
      '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>Overall',
    )
  await writeOds(pathOf('cells.ods'), odsTable('Locations', odsRow(ratingsHeading) + cells))
  const [known] = await knowledgeIn(pathOf('cells.ods'))
  assert.equal(known?.facts.name, 'Elm  \nCourt & Co')
  assert.equal(known?.facts.careHome, true)
  assert.equal(known?.ratings?.list[0]?.overall, 'Good')
})

test('the wrong sheet: the fault says which there are, and which were expected', async () => {
  const sheets = { README: [['about']], Sheet1: [ratingsHeading, good] }
  await writeOdsSheets(pathOf('sheet.ods'), sheets)
  await writeXlsxSheets(pathOf('sheet.xlsx'), sheets)
  for (const name of ['sheet.ods', 'sheet.xlsx'])
    await assert.rejects(
      rowsOf(pathOf(name)),
      refuses('file-not-recognised', /“README”, “Sheet1”.*the sheet “Locations”/s),
    )
  await writeOdsSheets(pathOf('heading.ods'), { Locations: [['Provider ID'], ['1-1']] })
  await assert.rejects(rowsOf(pathOf('heading.ods')), refuses('file-not-recognised', /“Location ID”/))
  await writeZip(pathOf('any.zip'), { 'a.txt': 'a' })
  await assert.rejects(rowsOf(pathOf('any.zip')), refuses('file-not-recognised', /holds no workbook/))
})

test('a column that is missing is named', async () => {
  const heading = ratingsHeading.map((name) => (name === 'Publication Date' ? 'Published' : name))
  const path = await written('column.csv', csv([heading, good]))
  await assert.rejects(rowsOf(path), broken(/lacks the column “Publication Date”/))
})

test('shifted columns: in every row they refuse the file, in one the row', async () => {
  const shifted = (row: readonly string[]) => ['', ...row]
  const left = (row: readonly string[]) => row.slice(1)
  const tables = [
    { heading: directoryHeading, row: directoryRow },
    { heading: ratingsHeading, row: (id: string) => ratingsRow(id, 'Overall', 'Overall', 'Good', '') },
    { heading: activeHeading, row: activeRow },
  ]
  for (const { heading, row } of tables)
    for (const shift of [shifted, left]) {
      const rows = Array.from({ length: 30 }, (_, at) => row(`1-10${at}`))
      const path = await written('shifted.csv', csv([heading, ...rows.map(shift)]))
      await assert.rejects(rowsOf(path), broken(/none of its rows can be used: row 2, .*may have shifted/))
      const one = await written('one.csv', csv([heading, row('1-101'), shift(row('1-102')), row('1-103')]))
      assert.deepEqual(
        (await knowledgeIn(one)).map(({ id }) => id),
        ['1-101', '1-103'],
      )
      assert.equal((await rejectedIn(one)).length, 1)
    }
})

test('one bad row is told with its number, its column and what was expected, and quotes nothing', async () => {
  const rows = [
    directoryRow('1-101'),
    directoryRow('', '', 'Given-0a Family-0a'),
    directoryRow('1-103', '31/Feb/2018 - 00:00'),
    directoryRow('1-104').map((cell) => cell.replace('location/1-104', 'location/1-999')),
    directoryRow('1-105', '', ''),
    [...directoryRow('1-106'), 'Given-0a'],
    [''],
    directoryRow('1-107'),
  ]
  const path = await written('bad-row.csv', csv([directoryHeading, ...rows]))
  assert.deepEqual(await rejectedIn(path), [
    '3 CQC Location ID (for office use only): expected an id of CQC, such as 1-123456789 or RM317',
    '4 Date of latest check: expected a day',
    '5 Location URL: expected the page of the location that the row is of; its cells may have shifted',
    '6 Name: expected some text',
    '7 row: it has more cells than there are headings',
  ])
  assert.deepEqual(
    (await knowledgeIn(path)).map(({ id }) => id),
    ['1-101', '1-107'],
  )
})

test('a quotation mark that never closes, and a line that never ends', async () => {
  const start = csv([directoryHeading, directoryRow('1-101')])
  const plain = directoryRow('1-102').map((cell) => cell.replaceAll(',', ''))
  const open = `${start}"${csv([plain]).repeat(9000)}`
  await assert.rejects(rowsOf(await written('open.csv', open)), broken(/quotation mark/))
  await assert.rejects(
    rowsOf(await written('endless.csv', `${start}${'x'.repeat(9 * 2 ** 20)}`)),
    broken(/never ends/),
  )
  const closed = `${start}"${csv([directoryRow('1-102'), directoryRow('1-103')])}`
  const path = await written('closed.csv', closed)
  assert.deepEqual(
    (await knowledgeIn(path)).map(({ id }) => id),
    ['1-101', '1-103'],
  )
  assert.equal((await rejectedIn(path)).length, 1, 'the next quotation mark closes it')
})
