/** What Plumbline runs on, and whether it may be given away with it. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { dependencies, licencesFile, licencesText } from '../../scripts/licences.ts'

/** Licences that let everyone use, change and share, and that go with the AGPL. */
const free = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', '(MIT OR CC0-1.0)', 'MIT-0']

test('the list of dependencies is that of the lock file', async () => {
  assert.equal(
    await readFile(licencesFile, 'utf8'),
    await licencesText(),
    `${licencesFile} is stale. Run: npm run licences`,
  )
})

test('every dependency has a licence that goes with ours', async () => {
  const others = (await dependencies()).filter(({ licence }) => !free.includes(licence))
  assert.deepEqual(others, [], 'Read its licence before you take it; then add it to the list in this test.')
})
