/** Every shipped pack can be read as a page, whatever bands, kinds and activities it has. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import test from 'node:test'
import { day, instant } from '../../src/core/kit/days.ts'
import { basedValues } from '../../src/core/policy/based-values.ts'
import { loadPack } from '../../src/server/platform/packs.ts'
import { policyPage } from '../../src/server/policy/page/page.ts'
import { render } from '../../src/ui/html.ts'

const names = (await readdir('packs')).filter((name) => name !== 'schema')

for (const name of names)
  test(`the page of ${name} holds every value with a basis exactly once, and no link to nothing`, async () => {
    const pack = await loadPack(`packs/${name}`)
    assert.ok(pack.ok)
    const { policy, files } = pack
    const { reference } = policy
    const shown = {
      version: { ...reference, recordedAt: instant('2026-11-21T10:00:00.000Z') },
      stored: { files, policy },
    }
    const given = {
      shown,
      known: [shown],
      today: day('2026-11-21'),
      current: reference.sha256,
      on: null,
    }
    const text = render(policyPage(given))
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    for (const { place } of basedValues(policy.documents))
      assert.equal(ids.filter((id) => id === `value-${place}`).length, 1, place)
    for (const [, to = ''] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(to), to)
  })
