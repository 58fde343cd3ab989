/** The tools hold what they should: strict types everywhere, one formatter and linter, every file checked. */
import assert from 'node:assert/strict'
import { matchesGlob } from 'node:path'
import { test } from 'node:test'
import { withoutComments } from './code.ts'
import { type Finding, finds, hold } from './rules.ts'
import { type Source, source, sources } from './sources.ts'

type Configuration = {
  readonly extends?: string
  readonly compilerOptions: Readonly<Record<string, unknown>>
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
}

const read = ({ text }: Source): Configuration => JSON.parse(withoutComments(text)) as Configuration
const configurations = (): readonly (Configuration & { readonly path: string })[] =>
  sources('tsconfig*.json').map((file) => ({ ...read(file), path: file.path }))

const strict = [
  'strict',
  'noUncheckedIndexedAccess',
  'exactOptionalPropertyTypes',
  'erasableSyntaxOnly',
  'verbatimModuleSyntax',
  'noImplicitOverride',
  'noFallthroughCasesInSwitch',
  'noUnusedLocals',
  'noUnusedParameters',
]

/** Flags that a configuration leaves out, or takes back. */
const slack = ({ compilerOptions }: Configuration, isBase: boolean): readonly string[] =>
  strict.filter((flag) => (isBase ? compilerOptions[flag] !== true : compilerOptions[flag] === false))

test('types are strict, in every configuration', () => {
  for (const configuration of configurations()) {
    const isBase = configuration.path === 'tsconfig.base.json'
    assert.deepEqual(
      slack(configuration, isBase),
      [],
      `${configuration.path}: set these to true in the base, and nowhere to false`,
    )
    if (!isBase)
      assert.equal(
        configuration.extends,
        './tsconfig.base.json',
        `${configuration.path} must extend the base`,
      )
  }
  assert.deepEqual(slack({ compilerOptions: { strict: false } }, false), ['strict'])
})

const covers = ({ include = [], exclude = [] }: Configuration, path: string): boolean =>
  include.some((pattern) => matchesGlob(path, pattern)) &&
  !exclude.some((pattern) => matchesGlob(path, pattern))

test('every file is checked by some configuration, and core by its own', () => {
  const all = configurations()
  const unchecked = sources('{src,test,scripts,bench}/**/*.ts').filter(
    ({ path }) => !all.some((one) => covers(one, path)),
  )
  assert.deepEqual(
    unchecked.map(({ path }) => path),
    [],
    'No tsconfig includes these: add them to one.',
  )
  const core = all.find(({ path }) => path === 'tsconfig.core.json')
  assert.deepEqual(core?.include, ['src/core/**/*.ts'])
  assert.deepEqual(core?.compilerOptions, { lib: ['ES2024', 'ESNext.Temporal'], types: [], rootDir: '.' })
})

test('the quick check runs every configuration, the formatter and linter, core and architecture', () => {
  const check = source('scripts/check.ts').text
  for (const { path } of configurations()) {
    const name = /^tsconfig(?:\.(\w+))?\.json$/.exec(path)?.[1] ?? 'server'
    if (name !== 'base') assert.match(check, new RegExp(`'${name}'`), `scripts/check.ts does not run ${path}`)
  }
  for (const part of [
    /biome\/bin\/biome'\), \['check', '--error-on-warnings'/,
    /test\/core\//,
    /test\/architecture\//,
  ])
    assert.match(check, part, 'scripts/check.ts leaves out a part of the quick check')
  const { scripts } = JSON.parse(source('package.json').text) as { scripts: { check: string; test: string } }
  assert.equal(scripts.check, 'node scripts/check.ts')
  assert.equal(scripts.test, 'node scripts/test.ts')
})

/** Folders of tests that no script runs. */
const idle = (tests: readonly Source[], scripts: readonly Source[]): readonly Finding[] => {
  const folders = new Set(tests.map(({ path }) => path.split('/').slice(0, 2).join('/')))
  return [...folders]
    .filter((folder) => !scripts.some(({ text }) => text.includes(`${folder}/`)))
    .map((folder) => ({ path: `${folder}/`, line: 0, what: 'is run by no script' }))
}

test('every folder of tests is run', () => {
  hold(
    {
      says: 'A test that nothing runs holds nothing.',
      instead: 'add the folder to a suite of scripts/test.ts.',
    },
    idle(sources('test/**/*.test.ts'), sources('scripts/*.ts')),
  )
  const tests = ['test/a/b.test.ts', 'test/c/d.test.ts'].map((path) => ({ path, text: '' }))
  finds(idle(tests, [{ path: 'scripts/test.ts', text: "'test/c/**'" }]), ['0 is run by no script'])
})
