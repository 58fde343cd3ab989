import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import { parse } from 'yaml'
import { runCase } from '../../src/core/ratings/cases.ts'
import { casesOf, checkPack } from '../../src/core/ratings/check-pack.ts'
import { schemaTexts } from '../../src/server/platform/pack-schemas.ts'
import { hashOf, loadPack } from '../../src/server/platform/packs.ts'

const entries = await readdir('packs', { withFileTypes: true })
const packs = entries
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => name)

for (const name of packs) {
  const pack = await loadPack(`packs/${name}`)
  test(`${name} passes pack check`, () => {
    assert.deepEqual(checkPack(pack.files, hashOf(pack.files), name), [])
  })
  for (const { path, case: example } of casesOf(pack.files))
    test(`${name}: ${example.name}`, () => {
      assert.ok(pack.ok)
      assert.deepEqual(runCase(example, pack.policy).complaints, [], path)
    })
}

test('Wirral has at least thirty worked cases', async () => {
  const { files } = await loadPack('packs/wirral-2022')
  assert.ok(casesOf(files).length >= 30)
})

for (const name of packs)
  test(`every number of ${name} says where it comes from`, async () => {
    const { files } = await loadPack(`packs/${name}`)
    const lacking: string[] = []
    const walk = (value: unknown, path: string, origin: boolean): void => {
      if (typeof value !== 'object' || value === null) {
        if (typeof value === 'number' && !origin) lacking.push(path)
        return
      }
      const said = origin || 'source' in value || 'assumption' in value
      for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`, said)
    }
    for (const { path, text } of files)
      if (path.endsWith('.yaml') && !path.startsWith('cases/')) walk(parse(text), path, false)
    assert.deepEqual(lacking, [])
  })

test('the hash depends on every path and every text, and on nothing else', () => {
  const [one, two] = [
    { path: 'a.yaml', text: 'x' },
    { path: 'b.yaml', text: 'y' },
  ]
  assert.equal(hashOf([one, two]), hashOf([two, one]))
  assert.notEqual(hashOf([one, two]), hashOf([one]))
  assert.notEqual(hashOf([one]), hashOf([{ ...one, path: 'c.yaml' }]))
  assert.match(hashOf([one]), /^[0-9a-f]{64}$/)
})

test('the JSON Schemas for editors are those of the code: run node scripts/pack-schemas.ts', async () => {
  for (const [name, text] of schemaTexts())
    assert.equal(await readFile(`packs/schema/${name}.json`, 'utf8'), text, name)
})
