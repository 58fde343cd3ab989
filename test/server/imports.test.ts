/** Sending files of CQC by a page: progress, result, refusal (X6). */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { loadEvent } from '../../src/server/platform/events/load.ts'
import { takeSentFiles } from '../../src/server/register/commands/take-sent-files.ts'
import { dataSource, fixture } from '../register/oldham.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let person: Person
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  person = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const formOf = async (...files: readonly (readonly [name: string, content: string | Buffer])[]) => {
  const form = new FormData()
  for (const [name, content] of files)
    form.append('files', new Blob([new Uint8Array(Buffer.from(content))]), name)
  return form
}

const send = async (...files: readonly (readonly [name: string, content: string | Buffer])[]) =>
  person.post('/register/imports', await formOf(...files))

const ended = async (address: string): Promise<string> => {
  let page = ''
  await eventually('the import ends', async () => {
    const answer = await person.get(address)
    page = await answer.text()
    return answer.headers.get('refresh') === null
  })
  return page
}

test('several files are sent at once, and their address tells what was done', async () => {
  const answer = await send(
    [
      '28_March_2025_CQC_directory_oldham.csv',
      await readFile(fixture('28_March_2025_CQC_directory_oldham.csv')),
    ],
    ['gm_care_homes_2019-08.csv', await readFile(fixture('gm_care_homes_2019-08.csv'))],
  )
  assert.equal(answer.status, 303)
  const address = answer.headers.get('location') ?? ''
  assert.match(address, /^\/register\/imports\/[0-9a-f-]{36}$/)
  const page = await ended(address)
  assert.match(page, /The import is done/)
  assert.match(page, /28_March_2025_CQC_directory_oldham\.csv[\s\S]*Rows read[\s\S]*216/)
  assert.match(page, /Rows of gm_care_homes_2019-08\.csv that were not taken in/)
  assert.match(
    page,
    /516 rows \(2; .* and 506 more\): the register holds no location of this name and postcode/,
  )
  assert.match(await (await person.get('/register/imports')).text(), new RegExp(`${address}"`))
})

test('while it runs the page asks again by itself, unless it is kept still', async () => {
  const id = crypto.randomUUID()
  await plumbline.work(async () => {
    await db()
      .insertInto('cqc_import')
      .values({
        id,
        authority_id: 'eastmarch',
        person_id: crypto.randomUUID(),
        files: JSON.stringify([{ name: 'latest.ods', key: `imports/${id}/0/latest.ods` }]),
        progress: JSON.stringify({ file: 'latest.ods', rows: 12_500 }),
        recorded_at: plumbline.clock.now,
      })
      .execute()
  })
  const answer = await person.get(`/register/imports/${id}`)
  assert.equal(answer.headers.get('refresh'), '5')
  assert.match(await answer.text(), /latest\.ods: 12,500 rows read so far/)
  assert.equal((await person.get(`/register/imports/${id}?still=yes`)).headers.get('refresh'), null)
})

test('a file that is none of CQC’s is refused at once, and nothing is kept of it', async () => {
  const answer = await send(['minutes.txt', 'Minutes of the meeting\n'])
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(
    page,
    /There is a problem[\s\S]*minutes\.txt was not recognised[\s\S]*How a file of CQC is told[\s\S]*care directory as CSV/,
  )
  const none = await send(['', ''])
  assert.equal(none.status, 422)
  assert.match(await none.text(), /Choose at least one file of CQC/)
})

test('a file that breaks off is refused when it is read; of the good one beside it nothing is taken in', async () => {
  const before = await plumbline.read(() =>
    db().selectFrom('cqc_knowledge').selectAll().orderBy('location_id').execute(),
  )
  const answer = await send(
    ['active.ods', await readFile(fixture('28_March_2025_HSCA_Active_Locations_oldham.ods'))],
    ['cut-off.json', await readFile(fixture('cut-off.json'))],
  )
  const page = await ended(answer.headers.get('location') ?? '')
  assert.match(page, /The import was refused/)
  assert.match(page, /cut-off\.json is broken[\s\S]*Nothing was taken in of any of the 2 files/)
  const afterwards = await plumbline.read(() =>
    db().selectFrom('cqc_knowledge').selectAll().orderBy('location_id').execute(),
  )
  assert.deepEqual(afterwards, before)
})

test('a job that is delivered again changes nothing, and the next import throws old files away', async () => {
  const answer = await send(['records.ndjson.gz', await readFile(dataSource('oldham_providers.ndjson.gz'))])
  const address = answer.headers.get('location') ?? ''
  await ended(address)
  const id = address.split('/').at(-1) ?? ''
  const row = () =>
    plumbline.read(() =>
      db().selectFrom('cqc_import').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
    )
  const first = await row()
  await plumbline.work(() => takeSentFiles(id))
  assert.deepEqual(await row(), first)
  const kept = join(plumbline.opened.ground.dataFolder, 'files/imports', id)
  assert.ok(existsSync(kept))
  await ended(
    (await send(['again.ndjson.gz', await readFile(dataSource('oldham_providers.ndjson.gz'))])).headers.get(
      'location',
    ) ?? '',
  )
  assert.ok(!existsSync(kept))
})

test('a name that was sent cannot lead out of the folder, and only administrators send', async () => {
  const answer = await send([
    '../../../../evil.ndjson.gz',
    await readFile(dataSource('oldham_providers.ndjson.gz')),
  ])
  const page = await ended(answer.headers.get('location') ?? '')
  assert.match(page, /The import is done/)
  assert.match(page, /evil\.ndjson\.gz/)
  const commissioner = await plumbline.signIn('commissioner')
  assert.equal((await commissioner.get('/register/imports')).status, 403)
  assert.equal((await commissioner.post('/register/imports', await formOf(['a', 'b']))).status, 403)
})

test('the trail names the files, and who sent them', async () => {
  const event = await plumbline.read(async () => {
    const row = await db()
      .selectFrom('event')
      .where('kind', '=', 'register.file-sent')
      .selectAll()
      .orderBy('id')
      .executeTakeFirstOrThrow()
    return { ...(await loadEvent(row.id)), actor: row.actor_kind }
  })
  assert.equal(event.actor, 'person')
  assert.deepEqual(event.payload, {
    files: ['28_March_2025_CQC_directory_oldham.csv', 'gm_care_homes_2019-08.csv'],
  })
})
