/** What the browser loads: built from the sources as they stand, whole, and without what councils may not use. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { builtAssets } from '../../scripts/build-styles.ts'
import { assetsPath } from '../../src/ui/layout/head.ts'
import { drawnClasses } from './drawn-classes.ts'

const built = await builtAssets()
const inPublic = (name: string) => new URL(`../../public/${name}`, import.meta.url)

for (const [name, content] of Object.entries(built)) {
  test(`public/${name} is not stale`, async () => {
    const committed = await readFile(inPublic(name), 'utf8')
    assert.ok(committed === content, 'run: node scripts/build-styles.ts')
  })
}

const css = built['plumbline.css'] ?? ''

test('no crown, no crest, no GDS Transport', () => {
  assert.doesNotMatch(css, /crown|crest|GDS|Transport|@font-face/i)
})

test('every file that the style sheet names is there', () => {
  const named = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address ?? '')
  assert.ok(named.length > 0)
  for (const address of named) {
    assert.ok(
      address.startsWith(`${assetsPath}/`) && existsSync(inPublic(address.slice(assetsPath.length + 1))),
      address,
    )
  }
})

const own = /^plumbline-/
const withoutColour = (name: string) => name.replace(/--(red|amber|green|grey|blue)$/, '')

test('every class of our own that is drawn has a rule, and every rule is drawn', () => {
  const drawn = new Set(
    drawnClasses()
      .filter((name) => own.test(name))
      .map(withoutColour),
  )
  const ruled = new Set(
    [...css.matchAll(/\.(plumbline-[a-z_-]+)/g)].map(([, name]) => withoutColour(name ?? '')),
  )
  assert.deepEqual([...drawn].sort(), [...ruled].sort())
})
