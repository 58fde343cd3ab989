/** What others build on says what it is for. */
import { test } from 'node:test'
import { type Finding, findingAt, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

const declared = /^export (?:async )?(?:const|function) (\w+)/gm

const undocumented = (source: Source): Finding[] =>
  [...source.text.matchAll(declared)]
    .filter(({ index }) => !source.text.slice(0, index).trimEnd().endsWith('*/'))
    .map((match) => findingAt(source, match.index, match[1] ?? ''))

test('what core and the platform offer says what it is for', () => {
  hold(
    {
      says: 'An exported function or constant of core and platform has a docstring.',
      instead: 'say what it returns.',
    },
    sources('src/core/**/*.ts', 'src/server/platform/**/*.ts').flatMap(undocumented),
  )
  const text =
    '/** A. */\nexport const a = 1\nexport const b = 2\n// c\nexport async function c() {}\nconst d = 1'
  finds(undocumented({ path: 'src/core/bad.ts', text }), ['3 b', '5 c'])
})
