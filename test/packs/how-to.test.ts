/** What the how-to must keep true: it explains every key that a pack can have, and its own examples hold. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { parse, stringify } from 'yaml'
import { intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { checkPack } from '../../src/core/ratings/check-pack.ts'
import { parseFacts } from '../../src/core/ratings/facts-file/read.ts'
import { schemaTexts } from '../../src/server/platform/pack-schemas.ts'
import { loadPack } from '../../src/server/platform/packs.ts'

const howTo = await readFile('docs/how-to/write-a-pack.md', 'utf8')
// What stands in code marks, word by word: `on`, and the end of `from: 3`.
const said = new Set([...howTo.matchAll(/`+([^`]+)`+/g)].flatMap(([, code = '']) => code.split(/[^\w-]+/)))

const keysOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : []
  return [...own, ...Object.values(schema).flatMap(keysOf)]
}

for (const [name, text] of schemaTexts())
  test(`the how-to explains every key of ${name}.yaml`, () => {
    const unsaid = [...new Set(keysOf(JSON.parse(text)))].filter((key) => !said.has(key))
    assert.deepEqual(unsaid, [])
  })

test('the how-to names every kind of case', () => {
  assert.deepEqual(
    intelligenceKinds.filter((kind) => !said.has(kind)),
    [],
  )
})

test('the service that the how-to shows is one that can be rated', async () => {
  const [, example = ''] = /```yaml\n(service:[^`]+)```/.exec(howTo) ?? []
  const { service } = parse(example)
  const { risk, ...rest } = service
  assert.deepEqual(Object.keys(risk), ['bedsInUse'])
  const pack = await loadPack('packs/wirral-2022')
  assert.ok(pack.ok)
  assert.ok(parseFacts({ services: [rest] }, pack.policy).ok)
})

const starter = await loadPack('packs/starter')

// The examples by the keys at their beginning: together they are the lists of one pack, and the starter has the rest.
const examples: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...[...howTo.matchAll(/```yaml\n([^`]+)```/g)].map(([, text = '']) => parse(text)),
)
const exampleFiles = ['pack.yaml', 'rating.yaml', 'monitoring.yaml'].map((path) => {
  const text = starter.files.find((file) => file.path === path)?.text ?? ''
  const known = Object.entries<unknown>(parse(text)).map(([key, value]) => [key, examples[key] ?? value])
  return { path, text: stringify(Object.fromEntries(known)) }
})
type Row = {
  readonly kind: string
  readonly counts?: { readonly kinds: readonly string[] }
  readonly points?: readonly { readonly kind: string }[]
}
const rows = examples.criteria as readonly Row[]
const counted = rows.flatMap(({ counts, points }) => counts?.kinds ?? points?.map(({ kind }) => kind) ?? [])

test('the examples of the how-to are one pack that is in order, with a row of every kind', () => {
  const files = exampleFiles.map((file) => {
    if (file.path !== 'rating.yaml') return file
    const rating = parse(file.text)
    const shownNotScored = intelligenceKinds
      .filter((kind) => !counted.includes(kind))
      .map((kind) => ({ kind, source: 'x' }))
    return { ...file, text: stringify({ ...rating, shownNotScored }) }
  })
  assert.deepEqual(checkPack(files, 'hash', 'starter'), [])
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['rating', 'rate', 'proportion', 'points', 'amount', 'level', 'since'],
  )
})

test('the starter says beside its lines what they are for', () => {
  for (const { path, text } of starter.files)
    assert.ok(text.split('\n').filter((line) => line.includes(' # ')).length >= 6, path)
})

test('the starter is the smallest pack: without any key of its files it is no pack', () => {
  for (const { path, text } of starter.files)
    for (const key of Object.keys(parse(text))) {
      const { [key]: _gone, ...rest } = parse(text)
      const smaller = starter.files.map((file) =>
        file.path === path ? { path, text: stringify(rest) } : file,
      )
      assert.notDeepEqual(checkPack(smaller, 'hash'), [], `${path} does without ${key}`)
    }
})
