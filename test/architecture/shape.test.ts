/** The shape of the code: one idea a file, short, named for what it is, frozen data and functions. */
import { test } from 'node:test'
import { bare, importsOf } from './code.ts'
import { type Exceptions, except, type Finding, findingAt, finds, hold, matches } from './rules.ts'
import { type Source, sources } from './sources.ts'

const ours = () => sources('src/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts')

const vague = /(?:^|[/.-])(?:utils?|helpers?|misc|common|shared|stuff|lib|managers?)(?=[/.-])/g

const vaguelyNamed = ({ path }: Source): Finding[] =>
  [...path.matchAll(vague)].map(([what]) => ({ path, line: 1, what: what.replace(/^\W/, '') }))

const aboutThem: Exceptions = {
  'src/core/register/manager.ts manager': 'a registered manager is a person of the trade',
}

test('a file is named for its idea', () => {
  hold(
    {
      says: 'Nothing is called utils, helpers, misc or common.',
      instead: 'name the one idea; make two files of two.',
    },
    except(ours().flatMap(vaguelyNamed), aboutThem),
  )
  finds(vaguelyNamed({ path: 'src/core/kit/date-utils.ts', text: '' }), ['1 utils'])
  finds(vaguelyNamed({ path: 'src/helpers/day.ts', text: '' }), ['1 helpers'])
})

const added =
  /(?<![.\w])any\b(?!\s*[:(])|\benum\s+\w+\s*\{|\bclass\s+[A-Z]\w*|\bclass\s+extends\b|\bnamespace\s+\w+\s*\{|\bexport\s+default\b|\bas\s+default\b|^[ \t]*@\w+/gm

const addsToTheLanguage = (source: Source): Finding[] => matches(source, added, bare)

test('no any, enum, class, namespace, decorator or default export', () => {
  hold(
    {
      says: 'Frozen data and functions: no any, enum, class, namespace, decorator or default export.',
      instead: 'unknown and a check; a union of texts; a function that returns an object; a named export.',
    },
    ours().flatMap(addsToTheLanguage),
  )
  const text =
    "let a: any\nenum B { c }\nclass D {}\n@e\nexport default f\nnamespace G {}\n// any\nz.enum([])\n'any'\non.any()"
  finds(addsToTheLanguage({ path: 'src/bad.ts', text }), [
    '1 any',
    '2 enum B {',
    '3 class D',
    '4 @e',
    '5 export default',
    '6 namespace G {',
  ])
})

const importsWithoutEnding = (source: Source): Finding[] =>
  importsOf(source.text)
    .filter(({ from }) => from.startsWith('.') && !/\.(?:ts|js|json)$/.test(from))
    .map(({ from, start }) => findingAt(source, start, from))

test('an import names the file with its ending', () => {
  hold(
    { says: 'Node runs the files as they are.', instead: "write './file.ts'." },
    ours().flatMap(importsWithoutEnding),
  )
  finds(importsWithoutEnding({ path: 'src/bad.ts', text: "import a from './b'\nimport c from './d.ts'" }), [
    '1 ./b',
  ])
})
