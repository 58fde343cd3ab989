/** What a file of evidence is, by its bytes: each kind that is taken, and what would run or carry something. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgeFile, judgeSentFile } from '../../src/core/evidence/judge-file.ts'
import { kinds, refusals } from '../../src/core/evidence/kinds.ts'

type Part = {
  readonly name: string
  readonly content?: string
  readonly size?: number
  readonly locked?: true
}

/** A zip file whose parts are stored as they are. */
const zip = (...parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const listed: Buffer[] = []
  let offset = 0
  for (const { name, content = '', size = content.length, locked } of parts) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(locked ? 1 : 0, 2)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), Buffer.from(content)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...listed, end])
}

const types: Part = { name: '[Content_Types].xml' }
const docx = (...more: readonly Part[]) => zip(types, { name: 'word/document.xml' }, ...more)
const xlsx = (...more: readonly Part[]) => zip(types, { name: 'xl/workbook.xml' }, ...more)
const open = (kind: string, ...more: readonly Part[]) =>
  zip(
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml' },
    ...more,
  )
const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`, 'latin1')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(12)])
const enough = 2 ** 28

const files: readonly (readonly [what: string, bytes: Uint8Array, comes: string])[] = [
  ['a PDF', pdf('1 0 obj << /Type /Catalog /OpenAction [3 0 R /Fit] >>'), 'pdf'],
  ['a PDF with the letters /JS in a picture', pdf('stream\u00ff/JS\u00d3endstream'), 'pdf'],
  ['a PDF that runs a script', pdf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'script'],
  ['a PDF whose script is elsewhere', pdf('<< /JS 12 0 R >>'), 'script'],
  ['a PDF that hides the word', pdf('<< /S /J#61vaScript >>'), 'script'],
  ['a PDF that starts a program', pdf('<< /S /Launch /F (a.exe) >>'), 'script'],
  ['a PDF that carries files', pdf('<< /Names << /EmbeddedFiles 4 0 R >> >>'), 'script'],
  ['a PDF with a password', pdf('trailer << /Encrypt 9 0 R >>'), 'locked'],
  ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'broken'],
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'jpeg'],
  ['a PNG', png, 'png'],
  ['a photo of a telephone', box('heic'), 'heic'],
  ['a photo of several pictures', box('mif1'), 'heic'],
  ['a film of a telephone', box('qt  '), 'unknown'],
  ['a document', docx({ name: 'word/media/image1.png' }, { name: 'docProps/app.xml' }), 'docx'],
  ['a document with a macro', docx({ name: 'word/vbaProject.bin' }), 'macros'],
  ['a document with a macro by another name', docx({ name: 'word/settings.bin' }), 'macros'],
  ['a document with a file inside', docx({ name: 'word/embeddings/oleObject1.bin' }), 'macros'],
  ['a document with a control', docx({ name: 'word/activeX/activeX1.xml' }), 'macros'],
  ['a workbook', xlsx({ name: 'xl/printerSettings/printerSettings1.bin' }), 'xlsx'],
  ['a workbook with a macro', xlsx({ name: 'xl/vbaProject.bin' }), 'macros'],
  ['a workbook with macros as a sheet', xlsx({ name: 'xl/macrosheets/sheet1.xml' }), 'macros'],
  ['a workbook that asks other programs', xlsx({ name: 'xl/externalLinks/externalLink1.xml' }), 'macros'],
  ['a document of LibreOffice', open('text', { name: 'Thumbnails/thumbnail.png' }), 'odt'],
  ['a sheet of LibreOffice with a chart', open('spreadsheet', { name: 'Object 1/content.xml' }), 'ods'],
  ['a document of LibreOffice with a macro', open('text', { name: 'Basic/Standard/a.xml' }), 'macros'],
  ['a document of LibreOffice with a script', open('text', { name: 'Scripts/python/a.py' }), 'macros'],
  ['a presentation', zip(types, { name: 'ppt/presentation.xml' }), 'unknown'],
  ['a program for a telephone', zip({ name: 'AndroidManifest.xml' }, { name: 'classes.dex' }), 'unknown'],
  ['a document with a password inside', docx({ name: 'word/a.xml', locked: true }), 'locked'],
  [
    'a document that unpacks to a quarter of a gigabyte',
    docx({ name: 'word/a.xml', size: enough }),
    'too-much',
  ],
  ['a zip file that was cut off', docx().subarray(0, -30), 'broken'],
  ['a document of old Office', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'locked'],
  ['a text', Buffer.from('Dear all,\nthe rota is attached.\n'), 'txt'],
  ['a text in Welsh', Buffer.from('Mae’r tŷ yn lân — diolch'), 'txt'],
  ['a text of old Windows', Buffer.from([0x93, 0x48, 0x69, 0x94, 0x0d, 0x0a]), 'txt'],
  ['a table', Buffer.from('name,beds\r\n"Rowan, House",40\r\n'), 'csv'],
  ['a table with semicolons', Buffer.from('\uFEFFname;beds\nRowan House;40\n'), 'csv'],
  ['a web page', Buffer.from('<!DOCTYPE html><title>a</title>'), 'active'],
  ['a web page after a text', Buffer.from('Hello\n\n<script>alert(1)</script>'), 'active'],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>'), 'active'],
  ['a drawing in XML', Buffer.from('\uFEFF<?xml version="1.0"?><svg/>'), 'active'],
  ['a program', Buffer.from('MZ\x90\x00\x03'), 'unknown'],
  ['a picture that moves', Buffer.from('GIF89a\x01\x00'), 'unknown'],
  ['nothing', Buffer.alloc(0), 'empty'],
]

for (const [what, bytes, comes] of files)
  test(`${what}: ${comes}`, () => {
    const judged = judgeFile(bytes)
    assert.equal('kind' in judged ? judged.kind : judged.refused, comes)
  })

test('every kind and every refusal is in the table above, but for the one of names', () => {
  const seen = new Set(files.map(([, , comes]) => comes))
  const all = [...Object.keys(kinds), ...Object.keys(refusals)]
  assert.deepEqual(
    all.filter((one) => !seen.has(one)),
    ['other-name'],
  )
})

const names: readonly (readonly [name: string, bytes: Uint8Array, comes: string])[] = [
  ['Rota.PNG', png, 'png'],
  ['rota.png.html', png, 'other-name'],
  ['rota.html', Buffer.from('a text'), 'other-name'],
  ['rota', png, 'other-name'],
  ['rota.docm', docx(), 'other-name'],
  ['rota.csv', Buffer.from('one column'), 'txt'],
]

for (const [name, bytes, comes] of names)
  test(`sent as ${name}: ${comes}`, () => {
    const judged = judgeSentFile(name, bytes)
    assert.equal('kind' in judged ? judged.kind : judged.refused, comes)
  })

test('whatever is sent is judged, and nothing throws', () => {
  const starts = [png, docx(), open('text'), pdf('a'), box('heic'), Buffer.from('PK\x05\x06')]
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 80 }),
      fc.nat(400),
      (start, more, cut) => {
        const judged = judgeFile(Buffer.concat([start.subarray(0, cut), more]))
        assert.ok('kind' in judged ? judged.kind in kinds : judged.refused in refusals)
      },
    ),
  )
})
