/** Imports that are large, take long, are broken off, or run beside others (X6). */
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../../src/server/register/commands/import-file.ts'
import { oneAtATime } from '../../src/server/register/commands/one-at-a-time.ts'
import { sendFiles } from '../../src/server/register/commands/send-files.ts'
import { takeSentFiles } from '../../src/server/register/commands/take-sent-files.ts'
import { fixture } from '../register/oldham.ts'
import { pathOf, ratingsHeading, ratingsRow } from '../register/tables/samples.ts'
import { odsRow, odsTable } from '../register/write-sheets.ts'
import { writeZip } from '../register/write-zip.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let person: Person
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  person = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const queue = 'register.take-sent-files'
const ratings = fixture('28_March_2025_Latest_ratings_oldham.ods')

const send = async (name: string, content: Uint8Array): Promise<string> => {
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(content)]), name)
  const answer = await person.post('/register/imports', form)
  assert.equal(answer.status, 303, await answer.clone().text())
  return answer.headers.get('location') ?? ''
}

const shown = async (address: string): Promise<string> => (await person.get(address)).text()

/** Holds every import up until it is let go on. */
const holdUp = async (): Promise<{ readonly letGo: () => Promise<void> }> => {
  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const over = plumbline.work(async () => {
    await oneAtATime()
    held.resolve()
    await go.promise
  })
  await held.promise
  return {
    letGo: async () => {
      go.resolve()
      await over
    },
  }
}

type Job = { readonly state: string; readonly retry_count: number; readonly output: unknown }

const jobs = (): Promise<readonly Job[]> =>
  plumbline.read(
    async () =>
      (
        await sql<Job>`select state, retry_count, output from pgboss.job where name = ${queue} order by created_on`.execute(
          db(),
        )
      ).rows,
  )

test('one that takes longer than a quarter of an hour is neither failed nor run a second time', async () => {
  const hold = await holdUp()
  const address = await send('ratings.ods', await readFile(ratings))
  await eventually('the job runs', async () => (await jobs()).some(({ state }) => state === 'active'))
  await plumbline.work(async () => {
    await sql`update pgboss.job set started_on = started_on - interval '3 hours' where name = ${queue}`.execute(
      db(),
    )
    await sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null where name = ${queue}`.execute(
      db(),
    )
  })
  await plumbline.opened.boss.supervise(queue)
  assert.deepEqual(
    (await jobs()).map(({ state, retry_count }) => [state, retry_count]),
    [['active', 0]],
  )
  await hold.letGo()
  await eventually('it is done', async () => /The import is done/.test(await shown(address)))
  await eventually('the job has ended', async () =>
    (await jobs()).every(({ state }) => state === 'completed'),
  )
})

test('one that was broken off says so when it begins again', async () => {
  const address = await send('again.ods', await readFile(ratings))
  await eventually('it is done', async () => /The import is done/.test(await shown(address)))
  const id = address.split('/').at(-1) ?? ''
  // What is left of a job whose process was killed in the middle: its files, and how far it was.
  await plumbline.work(() =>
    db()
      .updateTable('cqc_import')
      .set({ done_at: null, report: null, progress: JSON.stringify({ file: 'again.ods', rows: 250 }) })
      .where('id', '=', id)
      .execute(),
  )
  assert.match(await shown(address), /again\.ods: 250 rows read so far\.\s*</)
  const hold = await holdUp()
  const again = plumbline.work(() => takeSentFiles(id))
  await eventually('it says so', async () => /broken off before, and began again/.test(await shown(address)))
  await hold.letGo()
  await again
  assert.match(await shown(address), /The import is done/)
})

test('one of more than ten megabytes comes through the page', async () => {
  const rows = [ratingsHeading, ratingsRow('1-101', 'Overall', 'Overall', 'Good', '2022-06-09')]
  const path = pathOf('large.ods')
  await writeZip(path, {
    'content.xml': `<a>${odsTable('Locations', rows.map(odsRow).join(''))}</a>`,
    // What does not pack.
    'Pictures/large.png': randomBytes(11 * 2 ** 20).toString('base64'),
  })
  const address = await send('large.ods', await readFile(path))
  await eventually('it is done', async () => /The import is done/.test(await shown(address)))
})

test('two at once wait for each other', async () => {
  const files = [ratings, fixture('28_March_2025_HSCA_Active_Locations_oldham.ods')]
  const reports = await Promise.all(
    [files, files.toReversed(), files].map((order) =>
      plumbline.work(async () => {
        for (const file of order) await importCqcFile(file)
        return 'done'
      }),
    ),
  )
  assert.deepEqual(reports, ['done', 'done', 'done'])
})

test('one whose job failed all its tries says so, and what to do', async () => {
  const id = randomUUID()
  await plumbline.work(async () => {
    // A key that is none: what no try can read, and nobody foresaw.
    await sendFiles(id, { authority: 'eastmarch', person: 'leopold' }, [
      { name: 'lost.ods', key: 5 as never },
    ])
    await sql`update pgboss.job set retry_limit = 1 where name = ${queue} and state = 'created'`.execute(db())
  })
  const address = `/register/imports/${id}`
  await eventually('the page says so', async () => /The import failed/.test(await shown(address)), 30)
  assert.match(await shown(address), /Send the files again/)
  // The page knows a moment before the queue does.
  await eventually('the queue gives up after its second try', async () => {
    const last = (await jobs()).at(-1)
    return last?.state === 'failed' && last.retry_count === 1
  })
})
