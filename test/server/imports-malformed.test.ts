/** Files that come wrong, by command and by page: what is said, and that nothing changes but what is said (X6). */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { importCqc } from '../../src/cli/import-cqc.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { run } from '../cli/run.ts'
import { kept, refused } from '../register/malformed.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let person: Person
let folder: string
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  person = await plumbline.signIn('administrator')
  folder = await mkdtemp(join(tmpdir(), 'plumbline-malformed-'))
  const data = join(folder, 'data')
  Object.assign(process.env, {
    DATABASE_URL: plumbline.databaseUrl,
    PLUMBLINE_MODE: 'live',
    PLUMBLINE_DATA: data,
  })
})
after(async () => {
  await plumbline.close()
  await rm(folder, { recursive: true })
})

const tables = [
  ...['cqc_location', 'cqc_location_version', 'cqc_rating', 'cqc_provider', 'cqc_knowledge'],
  ...['cqc_unidentified', 'cqc_location_link', 'service', 'event'],
]

/** Everything that the register and its trail hold, as one text each. */
const held = (): Promise<readonly unknown[]> =>
  plumbline.read(async () => {
    const found: unknown[] = []
    for (const table of tables)
      found.push(
        await sql`select md5(coalesce(string_agg(given::text, '' order by given::text), '')) from ${sql.table(table)} given`.execute(
          db(),
        ),
      )
    return found
  })

const plain = (words: string): void =>
  assert.doesNotMatch(words, new RegExp(`${folder}|undefined|Error:`), words)

for (const { name, make, code, says } of refused)
  test(`refused by command: ${name}`, async () => {
    const path = join(folder, name)
    await make(path)
    const before = await held()
    await assert.rejects(run(importCqc, path, '--json'), (error) => {
      assert.ok(isFault(error), String(error))
      assert.equal(error.problem.code, code)
      assert.equal(error.problem.exit, 2)
      assert.match(error.problem.says, says)
      assert.ok(error.problem.says.startsWith(name), 'it says which file')
      plain(`${error.problem.says} ${error.problem.next}`)
      return true
    })
    assert.deepEqual(await held(), before)
  })

const send = async (...names: readonly string[]): Promise<Response> => {
  const form = new FormData()
  for (const name of names)
    form.append('files', new Blob([new Uint8Array(await readFile(join(folder, name)))]), name)
  return person.post('/register/imports', form)
}

const ended = async (answer: Response): Promise<string> => {
  if (answer.status === 422) return answer.text()
  assert.equal(answer.status, 303)
  let page = ''
  await eventually('the import ends', async () => {
    const shown = await person.get(answer.headers.get('location') ?? '')
    page = await shown.text()
    return shown.headers.get('refresh') === null
  })
  return page
}

const inHtml = (page: string): string =>
  page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

for (const { name, make, says } of refused)
  test(`refused by page: ${name}`, async () => {
    await make(join(folder, name))
    const before = await held()
    const page = inHtml(await ended(await send(name)))
    assert.match(page, /There is a problem|The import was refused/)
    assert.match(page, says)
    assert.match(page, /How a file of CQC is told|Send a file again/, 'it says what to do next')
    // The trail tells that a file was sent, where it was let in as far as that.
    assert.deepEqual((await held()).slice(0, -1), before.slice(0, -1))
  })

test('refused by command: what is no file', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  await mkdir(join(folder, 'folder'))
  await symlink(join(folder, 'nowhere'), join(folder, 'link'))
  const wrong = [
    ['absent.csv', /no such file/],
    ['folder', /it is a folder/],
    ['link', /no such file/],
    ['pipe', /save it as a file first/],
  ] as const
  for (const [name, says] of wrong)
    await assert.rejects(run(importCqc, join(folder, name)), (error) => {
      assert.ok(isFault(error), String(error))
      assert.equal(error.problem.code, 'file-unreadable')
      assert.match(error.problem.says, says)
      return true
    })
})

const reasons = (rejected: readonly { row: number; reason: string }[]): string[] =>
  rejected.map(({ row, reason }) => `${row} ${reason}`)

for (const { name, make, rejected, taken } of kept)
  test(`taken in but for its bad rows: ${name}`, async () => {
    await make(join(folder, name))
    const { exit, out } = await run(importCqc, join(folder, name), '--json')
    assert.equal(exit, 0)
    const [file] = JSON.parse(out).files
    assert.deepEqual(reasons(file.rejected), rejected)
    const { added, changed, unchanged } = file.locations
    assert.equal(added + changed + unchanged, taken)
    const page = inHtml(await ended(await send(name)))
    assert.match(page, /The import is done/)
    for (const reason of rejected) assert.match(page, new RegExp(reason.replace(/^\d+ ./, ''), 'i'))
  })
