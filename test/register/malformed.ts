/** Files as they really come, when they come wrong: how each is made, and what is to be said of it. */
import { readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { ProblemCode } from '../../src/core/kit/problems.ts'
import { dataSource, fixture } from './oldham.ts'
import {
  activeHeading,
  activeRow,
  csv,
  directoryHeading,
  directoryRow,
  ratingsHeading,
  ratingsRow,
} from './tables/samples.ts'
import { odsRow, odsTable, type Sheets, writeOds, writeOdsSheets, writeXlsxSheets } from './write-sheets.ts'
import { type Content, writeZip } from './write-zip.ts'

/** A file that is refused: none of it is taken in. */
export type Refused = {
  readonly name: string
  readonly make: (path: string) => Promise<unknown>
  readonly code: ProblemCode
  readonly says: RegExp
}

/** A file with bad rows, of which the good ones are taken in: `1-101` and whatever else it has. */
export type Kept = {
  readonly name: string
  readonly make: (path: string) => Promise<unknown>
  readonly rejected: readonly string[]
  readonly taken: number
}

const text = (content: string | Buffer) => (path: string) => writeFile(path, content)
const packed = (parts: Readonly<Record<string, Content>>) => (path: string) => writeZip(path, parts)
const cutOff = (whole: string, share: number) => async (path: string) => {
  const bytes = await readFile(whole)
  await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * share)))
}

const ratings = 'Locations'
const good = ratingsRow('1-101', 'Overall', 'Overall', 'Good', '2022-06-09')
const sheets = (heading: readonly string[], ...rows: readonly (readonly string[])[]): Sheets => ({
  [ratings]: [heading, ...rows],
})

/** Changes a field of the list of contents at a zip's end, which says of each part how large it is. */
const withListed = (offset: number, value: number) => async (path: string) => {
  await writeOdsSheets(path, sheets(ratingsHeading, good))
  const bytes = await readFile(path)
  const listed = bytes.lastIndexOf(Buffer.of(0x50, 0x4b, 0x01, 0x02))
  bytes.writeUInt32LE(value, listed + offset)
  await writeFile(path, bytes)
}
const [sumAt, sizeAt] = [16, 24]

const megabyte = 2 ** 20
function* blank(megabytes: number): Generator<string> {
  for (let at = 0; at < megabytes; at += 1) yield ' '.repeat(megabyte)
}

const shifted = Array.from({ length: 30 }, (_, at) => ['', ...directoryRow(`1-10${at}`)])
const directory = csv([directoryHeading, directoryRow('1-101')])
const records = '{"locationId":"1-101","providerId":"1-9000000000","name":"Elm Court"}\n'
const unclosed = `"${csv([directoryRow('1-102').map((cell) => cell.replaceAll(',', ''))])}`
const oleMark = Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

const broken = 'file-broken'
const strange = 'file-not-recognised'

export const refused: readonly Refused[] = [
  ...[
    ['half of a workbook.ods', cutOff(fixture('28_March_2025_Latest_ratings_oldham.ods'), 0.5), /cut off/],
    ['half of a gzip.ndjson.gz', cutOff(dataSource('oldham_locations.ndjson.gz'), 0.5), /does not unpack/],
    ['half of a list.json', cutOff(fixture('list.json'), 0.5), /in the middle of a record/],
    [
      'declared bomb.ods',
      (path: string) => writeZip(path, { 'content.xml': blank(80) }),
      /unpacks to more than 7\d,\d{3},\d{3} bytes/,
    ],
    ['undeclared bomb.ods', withListed(sizeAt, 100), /does not unpack/],
    ['bomb.csv.gz', text(gzipSync(Buffer.alloc(80 * megabyte, 'a,'))), /unpacks to more than|never ends/],
    ['changed on its way.ods', withListed(sumAt, 1), /bytes were changed/],
    ['no XML.ods', packed({ 'content.xml': 'what a password makes of it' }), /without a password/],
    ['half of the XML.ods', packed({ 'content.xml': '<a><b>' }), /not whole/],
    ['no sheets.xlsx', packed({ 'xl/workbook.xml': '<workbook/>' }), /lacks the part .* of a workbook/],
    ['shifted columns.csv', text(csv([directoryHeading, ...shifted])), /row 2, .*columns may have shifted/],
    ['unclosed.csv', text(directory + unclosed), /after row 2 a quotation mark opens that is never closed/],
    [
      'lacks a column.xlsx',
      (path: string) =>
        writeXlsxSheets(
          path,
          sheets(
            ratingsHeading.filter((name) => name !== 'Domain'),
            good,
          ),
        ),
      /lacks the column “Domain”/,
    ],
    [
      'no row of use.ods',
      (path: string) => writeOdsSheets(path, sheets(ratingsHeading, ['1-101'])),
      /none of its rows can be used: row 2/,
    ],
  ].map(([name, make, says]) => ({ name, make, says, code: broken }) as Refused),
  ...[
    ['empty.csv', text(''), /it is empty/],
    ['blank.csv', text(' \r\n\r\n'), /it is empty/],
    ['zip of a table.zip', packed({ 'a.csv': directory }), /holds no workbook: unpack it/],
    ['old.xls', text(Buffer.concat([oleMark, Buffer.alloc(2000)])), /old format of Excel.*save it as ODS/],
    ['error page.csv', text('\n<!DOCTYPE html><title>503</title>'), /it is a web page/],
    ['minutes.pdf', text('%PDF-1.7\n'), /it is a PDF/],
    ['utf-16.csv', text(Buffer.from(`\ufeff${directory}`, 'utf16le')), /UTF-16.*save it as “CSV UTF-8”/],
    ['utf-16 without mark.csv', text(Buffer.from(directory, 'utf16le')), /UTF-16/],
    ['picture.csv', text(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd)), /neither text nor a workbook/],
    ['other.json', text('{"a":[1,2,3]}'), /nothing that CQC publishes/],
    ['other.csv', text('Date,Minutes\n1 May,None\n'), /nothing that CQC publishes/],
    [
      'wrong sheet.ods',
      (path: string) => writeOdsSheets(path, { Sheet1: [ratingsHeading, good] }),
      /none of its sheets \(“Sheet1”\)/,
    ],
    [
      'wrong sheet.xlsx',
      (path: string) => writeXlsxSheets(path, { README: [['about']], Sheet2: [ratingsHeading, good] }),
      /none of its sheets \(“README”, “Sheet2”\)/,
    ],
  ].map(([name, make, says]) => ({ name, make, says, code: strange }) as Refused),
]

const manyRows = 20_000
const latin = Buffer.from('Café Court', 'latin1')
const mixed = Buffer.concat([
  Buffer.from(csv([directoryHeading, directoryRow('1-101', '', 'Zoë Court')])),
  latin,
  Buffer.from(csv([directoryRow('1-102', '', '')])),
])

export const kept: readonly Kept[] = [
  {
    name: 'one bad row.csv',
    make: text(
      csv([directoryHeading, directoryRow('1-101'), directoryRow('1-102', 'soon'), directoryRow('1-103')]),
    ),
    rejected: ['3 Date of latest check: expected a day'],
    taken: 2,
  },
  {
    name: 'one shifted row.ods',
    make: (path) =>
      writeOdsSheets(path, {
        HSCA_Active_Locations: [activeHeading, activeRow('1-101'), ['', ...activeRow('1-102')]],
      }),
    rejected: ['3 row: it has more cells than there are headings'],
    taken: 1,
  },
  {
    name: 'one broken line.ndjson',
    make: text(`${records}{"locationId":\n${records.replace('1-101', '1-102')}`),
    rejected: ['2 not complete JSON'],
    taken: 2,
  },
  { name: 'two encodings.csv', make: text(mixed), rejected: [], taken: 2 },
  {
    name: 'filler cells and rows.ods',
    make: (path) =>
      writeOds(
        path,
        odsTable(
          ratings,
          `${odsRow(ratingsHeading)}${'<table:table-row/>'.repeat(manyRows)}<table:table-row table:number-rows-repeated="900000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>${odsRow(good).replace('</table:table-row>', `${'<table:table-cell/>'.repeat(manyRows)}</table:table-row>`)}`,
        ),
      ),
    rejected: [],
    taken: 1,
  },
  {
    name: 'filler rows.csv',
    make: text(`${directory}${',,,,\r\n'.repeat(manyRows)}${'\r\n'.repeat(manyRows)}`),
    rejected: [],
    taken: 1,
  },
  { name: 'blank lines.ndjson', make: text(`${'\n'.repeat(manyRows)}${records}`), rejected: [], taken: 1 },
]
