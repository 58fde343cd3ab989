import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { tagReader } from '../../../src/server/register/files/sheets/tags.ts'
import { openZip } from '../../../src/server/register/files/sheets/zip.ts'
import { all, fixture } from '../oldham.ts'

/** Our own reader of tags against a general parser: whatever both take, they must tell alike. */

const asked = [
  'office:value-type',
  'office:date-value',
  'table:name',
  'table:number-columns-repeated',
  'a',
  'b',
]

const ours = (pieces: readonly string[]): string[] => {
  const told: string[] = []
  const reader = tagReader({
    open: (name, attributes) => told.push(`<${name} ${asked.map((one) => attributes(one) ?? '').join('|')}`),
    close: (name) => told.push(`>${name}`),
    text: (text) => told.push(text),
  })
  for (const piece of pieces) reader.write(piece)
  reader.end()
  return told
}

const theirs = (document: string): string[] => {
  const told: string[] = []
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new SaxesParser({ position: false })
  parser.on('opentag', ({ name, attributes }) =>
    told.push(`<${local(name)} ${asked.map((one) => attributes[one] ?? '').join('|')}`),
  )
  parser.on('closetag', ({ name }) => told.push(`>${local(name)}`))
  parser.on('text', (text) => told.push(text))
  parser.on('cdata', (text) => told.push(text))
  parser.write(document).close()
  return told
}

test('both tell the real workbooks alike', async () => {
  for (const name of ['HSCA_Active_Locations', 'Latest_ratings']) {
    await using archive = await openZip(fixture(`28_March_2025_${name}_oldham.ods`))
    const document = Buffer.concat(await all(archive.part('content.xml'))).toString()
    assert.deepEqual(ours([document]), theirs(document))
  }
})

const odd = `<?xml version="1.0"?><!-- <a> --><x:r a='"1>' b = "&lt;&#65;&#x42;"\n><y a="/"/>t&amp;u<![CDATA[<&>]]><z\t/></x:r >`

test('odd but well formed, wherever the reading cuts it', () => {
  const whole = theirs(odd)
  for (let cut = 0; cut <= odd.length; cut += 1)
    assert.deepEqual(ours([odd.slice(0, cut), odd.slice(cut)]), whole, `cut at ${cut}`)
  assert.deepEqual(ours([...odd]), whole)
})

test('what is not well formed, or declares entities, is refused by both or by ours', () => {
  const bad = [
    ...[
      '',
      'text',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '</a>',
      '<a b=c/>',
      '<a b="c/>',
      '<a>&b;</a>',
      '<a>&#x110000;</a>',
    ],
    ...[
      '<a></a',
      '<a/>x',
      '<a b/>',
      '<a / >',
      '<>',
      '<!DOCTYPE a><a/>',
      '<a><!-- </a>',
      '<a/',
      '<a><![CDATA[</a>',
    ],
  ]
  for (const document of bad) assert.throws(() => ours([document]), Error, document)
})
