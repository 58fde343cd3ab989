/** The lexer under the rules: what it takes for code and what for words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, importsOf, withoutComments, wordsOf } from './code.ts'
import { except, finds, hold } from './rules.ts'
import { sources } from './sources.ts'

/** What is put into a template. */
const put = (code: string): string => ['$', code].join('')

test('comments, texts, templates and patterns are words; what stands in a template is code again', () => {
  const text = `a // b\nc('d // e') /* f */ + \`g ${put("{h({ i: 'j' })}")} k\` / l / m`
  assert.equal(withoutComments(text), text.replace('// b', '    ').replace('/* f */', '       '))
  assert.equal(bare(text).replace(/ +/g, ' '), 'a \nc( ) + h({ i: }) / l / m')
})

test('a pattern is told from a division, whatever it holds', () => {
  assert.equal(bare("x.replace(/['`\\/]/g, y)").replace(/ +/g, ' '), 'x.replace( , y)')
  assert.equal(bare('high / 2 + low / 3'), 'high / 2 + low / 3')
})

test('a template knows its tag, before and after what is put into it', () => {
  const tags = wordsOf(`sql<Row>\`from a where b = ${put('{c}')} and d\` + html\`e\``).map(({ tag }) => tag)
  assert.deepEqual(tags, ['sql', 'sql', 'html'])
})

test('imports are found in every form, and nowhere else', () => {
  const text =
    "import a from 'b'\nexport { c } from 'd'\nimport 'e'\nawait import('f')\n// from 'g'\nfrom('h')"
  assert.deepEqual(
    importsOf(text).map(({ from }) => from),
    ['b', 'd', 'e', 'f'],
  )
})

test('every file of ours is read to its end: each brace of its code has its pair', () => {
  for (const { path, text } of sources('src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts')) {
    const code = bare(text)
    for (const [opens, closes] of ['()', '[]', '{}'].map((pair) => [...pair])) {
      const count = (sign: string | undefined) => code.split(sign ?? '').length
      // What is put into a template loses its braces on both sides.
      assert.equal(count(opens), count(closes), `${path}: ${opens} and ${closes} do not match`)
    }
  }
})

test('a broken rule says where, what, and what to do; an exception that allows nothing is a finding', () => {
  const finding = { path: 'src/a.ts', line: 3, what: 'enum' }
  const rule = { says: 'No enum.', instead: 'a union of texts.' }
  assert.throws(() => hold(rule, [finding]), {
    message: 'No enum.\n  src/a.ts:3  enum\nInstead: a union of texts.',
  })
  assert.deepEqual(except([finding], { 'src/a.ts enum': 'a reason' }), [])
  assert.deepEqual(except([finding], { 'src/': 'a reason' }), [])
  finds(except([finding], { 'src/b.ts': 'a reason' }), [
    '3 enum',
    '0 is listed as an exception and is none: remove it',
  ])
})
