/** What the documents on security promise to name in full is there: every form of core, every table with its level. */
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Finding, finds, hold } from './rules.ts'
import { sources } from './sources.ts'
import { rooms } from './tables.ts'

const rulesOfInput = 'docs/security/rules-of-input.md'
const levels = 'docs/security/levels-of-protection.md'
const textOf = (path: string): string => readFileSync(path, 'utf8')

const unnamed = (document: string, text: string, forms: readonly string[]): Finding[] =>
  forms.filter((form) => !text.includes(`\`${form}\``)).map((what) => ({ path: document, line: 0, what }))

test('every form of core stands in the rules of input', () => {
  const forms = sources('src/core/**/*form.ts').map(({ path }) => path)
  hold(
    { says: 'The rules of input name every form.', instead: `add its line to ${rulesOfInput}.` },
    unnamed(rulesOfInput, textOf(rulesOfInput), forms),
  )
  finds(unnamed('a.md', '| a form | `src/core/a-form.ts` |', ['src/core/a-form.ts', 'src/core/b-form.ts']), [
    '0 src/core/b-form.ts',
  ])
})

/** The names of tables in the list by level; one that ends in … stands for all that begin so. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\| [1-5] \| (`.*) \|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z_]+…?)`/g)].map(([, name = '']) => name),
  )

const withoutLevel = (text: string, tables: readonly string[]): Finding[] => {
  const named = namedIn(text)
  const has = (table: string) =>
    named.some((name) => (name.endsWith('…') ? table.startsWith(name.slice(0, -1)) : table === name))
  return tables.filter((table) => !has(table)).map((what) => ({ path: levels, line: 0, what }))
}

test('every table has a level of protection', () => {
  hold(
    { says: 'Every table has a level of protection.', instead: `name it in the list of ${levels}.` },
    withoutLevel(textOf(levels), Object.keys(rooms)),
  )
  finds(withoutLevel('| 3 | `rating…`, `visit` |', ['rating_choice', 'visit', 'visit_answer']), [
    '0 visit_answer',
  ])
})
