/** Every shipped pack can be read as a page, whatever bands, kinds and activities it has. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import test from 'node:test'
import { day, instant } from '../../src/core/kit/days.ts'
import { basedValues } from '../../src/core/policy/based-values.ts'
import { readPack } from '../../src/core/policy/read.ts'
import { loadPack } from '../../src/server/platform/packs.ts'
import { policyPage } from '../../src/server/policy/page/page.ts'
import { render } from '../../src/ui/html.ts'

const names = (await readdir('packs')).filter((name) => name !== 'schema')

type Read = Awaited<ReturnType<typeof loadPack>>

const pageOf = ({ files, ...read }: Read): string => {
  assert.ok(read.ok)
  const { policy } = read
  const { reference } = policy
  const shown = {
    version: { ...reference, recordedAt: instant('2026-11-21T10:00:00.000Z') },
    stored: { files, policy },
  }
  const given = { shown, known: [shown], today: day('2026-11-21'), current: reference.sha256, on: null }
  return render(policyPage(given))
}

test('the page says what the whole rating is called, what a band means, and of what a share is', async () => {
  const { files } = await loadPack('packs/wirral-2022')
  const changes = [
    ['  kind: worst\n', '  kind: worst\n  name: Watch level\n'],
    ['name: Green,', 'name: Green, text: Nothing to worry about,'],
    ['    met:\n', '    among: { progressed: true, source: "3.2" }\n    met:\n'],
  ] as const
  const changed = files.map((file) =>
    file.path === 'rating.yaml'
      ? { ...file, text: changes.reduce((text, [from, to]) => text.replace(from, to), file.text) }
      : file,
  )
  const text = pageOf({ ...readPack(changed, 'hash'), files: changed })
  assert.match(text, /<h2 class="govuk-heading-l">Watch level<\/h2>/)
  assert.match(text, /Nothing to worry about/)
  assert.match(text, /Of these[\s\S]{0,200}Only those that progressed/)
})

for (const name of names)
  test(`the page of ${name} holds every value with a basis exactly once, and no link to nothing`, async () => {
    const pack = await loadPack(`packs/${name}`)
    assert.ok(pack.ok)
    const { policy } = pack
    const text = pageOf(pack)
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    for (const { place } of basedValues(policy.documents))
      assert.equal(ids.filter((id) => id === `value-${place}`).length, 1, place)
    for (const [, to = ''] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(to), to)
  })
