import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { deviceBundles } from '../../scripts/build-device.ts'

for (const [name, text] of await deviceBundles())
  test(`public/${name} is what its sources give, and small`, async () => {
    const committed = await readFile(new URL(`../../public/${name}`, import.meta.url), 'utf8').catch(() => '')
    assert.ok(committed === text, `public/${name} is stale: run \`node scripts/build-device.ts\``)
    // A phone in a village fetches it once; what grows past this should be noticed.
    assert.ok(gzipSync(text).length < 20_000, `${name} is ${gzipSync(text).length} bytes compressed`)
  })
