/** Files of other systems: mapped once, looked at, taken in, mended and sent again (W3.19, X13, X3). */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { importIntelligence } from '../../src/cli/import-intelligence.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { idOfReference } from '../../src/server/intelligence/id-of-reference.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { run } from '../cli/run.ts'
import { writeOdsSheets, writeXlsxSheets } from '../register/write-sheets.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
let folder: string
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  lead = await plumbline.signIn('contract-lead')
  folder = await mkdtemp(join(tmpdir(), 'plumbline-intelligence-test-'))
})
after(async () => {
  await plumbline.close()
  await rm(folder, { recursive: true, force: true })
})

const path = '/intelligence/import'
const heading = ['Case no', 'Home', 'Type', 'Received', 'Finding', 'Closed', 'Notes']

type Row = readonly string[]
const csv = (rows: readonly Row[], first: Row = heading): string =>
  [first, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')

const good: readonly Row[] = [
  ['A-1', 'Sallow Court', 'Quality concern', '01/11/2026', '', '', ''],
  ['A-2', 'Sallow Court', 'Section 42', '01/09/2026', 'Upheld', '01/10/2026', ''],
  ['A-3', 'Quillan Mews', 'Praise', '2026-11-02', '', '', ''],
]

const columns = {
  reference: 'Case no',
  serviceName: 'Home',
  kind: 'Type',
  occurred: 'Received',
  outcome: 'Finding',
  concluded: 'Closed',
}

const send = async (source: string, content: string | Uint8Array<ArrayBuffer>, name = 'cases.csv') => {
  const body = new FormData()
  body.set('file', new File([content], name))
  return lead.post(`${path}?${new URLSearchParams({ source })}`, body)
}

const addressOf = (answer: Response): string => {
  const address = answer.headers.get('location') ?? ''
  assert.match(address, /^\/intelligence\/import\/[0-9a-f-]{36}$/)
  return address
}

/** Waits until a page no longer asks to be shown anew. */
const settled = async (address: string): Promise<string> => {
  let page = ''
  await eventually(`the end of ${address}`, async () => {
    const answer = await lead.get(address)
    page = await answer.text()
    return answer.status === 200 && !answer.headers.has('refresh')
  })
  return page
}

/** Sends a file of a source whose columns are known, and takes it in. Returns its page. */
const takeIn = async (
  source: string,
  content: string | Uint8Array<ArrayBuffer>,
  keep = 'good',
  name?: string,
) => {
  const address = addressOf(await send(source, content, name))
  await settled(address)
  assert.equal((await lead.post(address, { keep })).status, 303)
  return { address, page: await settled(address) }
}

const mapped = async (source: string): Promise<void> => {
  const address = addressOf(await send(source, csv(good)))
  await lead.post(`${address}/columns`, columns)
  await settled(address)
}

const itemOf = (source: string, reference: string) =>
  plumbline.read(() =>
    db()
      .selectFrom('intelligence')
      .where('id', '=', idOfReference('eastmarch', source, reference))
      .selectAll()
      .executeTakeFirst(),
  )

test('a file whose columns nobody mapped yet asks for them, and guesses what it can', async () => {
  const address = addressOf(await send('First system', csv(good)))
  assert.equal((await lead.get(address)).headers.get('location'), `${address}/columns`)
  const page = await (await lead.get(`${address}/columns`)).text()
  assert.match(page, /<option value="Received" selected>/)
  assert.match(page, /<option value="Type" selected>/)
  const missing = await lead.post(`${address}/columns`, { ...columns, reference: '', occurred: '' })
  assert.equal(missing.status, 422)
  assert.match(await missing.text(), /Select the column with the reference/)
  assert.equal((await lead.post(`${address}/columns`, columns)).headers.get('location'), address)
  const preview = await settled(address)
  assert.match(preview, /<strong>3<\/strong> would be added/)
  assert.equal(await itemOf('First system', 'A-1'), undefined)
  assert.equal((await lead.post(address, {})).status, 303)
  const done = await settled(address)
  assert.match(done, /What came of the file/)
  const enquiry = await itemOf('First system', 'A-2')
  assert.deepEqual(
    [
      enquiry?.kind,
      enquiry?.occurred,
      enquiry?.concluded,
      enquiry?.outcome,
      enquiry?.service_id,
      enquiry?.summary,
    ],
    ['section-42', '2026-09-01', '2026-10-01', 'substantiated', idOf('sallow-court'), null],
  )
})

test('the next file of the source is read by itself: the same rows change nothing, others are new versions', async () => {
  await mapped('Second system')
  await takeIn('Second system', csv(good))
  const again = addressOf(await send('second-SYSTEM', csv(good)))
  assert.match(await settled(again), /There is nothing to take in/)
  const changed = good.map((row) =>
    row[0] === 'A-1'
      ? ['A-1', 'Sallow Court', 'Quality concern', '01/11/2026', 'Not upheld', '15/11/2026', '']
      : row,
  )
  const { page } = await takeIn('Second system', csv(changed))
  assert.match(page, /Outcome: from nothing to Not substantiated/)
  const item = await itemOf('Second system', 'A-1')
  assert.deepEqual([item?.version, item?.outcome], [2, 'not-substantiated'])
  assert.equal((await itemOf('Second system', 'A-2'))?.version, 1)
})

test('wrong rows are told with their reasons, downloaded, mended and sent again', async () => {
  await mapped('Third system')
  const bad: readonly Row[] = [
    ...good,
    ['', 'Sallow Court', 'Praise', '01/11/2026', '', '', ''],
    ['B-2', 'Nowhere Hall', 'Praise', '01/11/2026', '', '', '=1+1'],
    ['B-3', 'Sallow Court', 'Gossip', '31/02/2026', '', '', ''],
    ['B-4', 'Sallow Court', 'Praise', '01/11/2027', '', '', ''],
    ['B-5', 'Sallow Court', 'Section 42', '01/11/2026', 'Upheld', '', ''],
    ['A-1', 'Sallow Court', 'Quality concern', '01/11/2026', '', '', ''],
    ['A-3', 'Quillan Mews', 'Praise', '03/11/2026', '', '', ''],
  ]
  const address = addressOf(await send('Third system', csv(bad)))
  const preview = await settled(address)
  assert.match(preview, /<strong>3<\/strong> would be added/)
  assert.match(preview, /<strong>1<\/strong> twice in the file/)
  assert.match(preview, /<strong>6<\/strong> to mend/)
  assert.equal((await lead.post(address, {})).status, 422)
  await lead.post(address, { keep: 'good' })
  await settled(address)
  assert.ok(await itemOf('Third system', 'A-1'))
  const answer = await lead.get(`${address}/to-mend.csv`)
  const lines = (await answer.text()).replace('\uFEFF', '').trim().split('\r\n')
  assert.equal(lines.length, 7)
  assert.equal(lines[0], [...heading, 'What to mend'].join(','))
  for (const reason of [
    'Reference: give each row its own',
    'no service of the council is called Nowhere Hall',
    'Kind: “Gossip” is not known here',
    'is no day',
    'it is in the future',
    'say when it ended',
    'says something else',
  ])
    assert.ok(
      lines.some((line) => line.includes(reason)),
      reason,
    )
  // What looks like a formula is no formula in the file, and comes back as it was.
  assert.ok(lines.some((line) => line.includes("'=1+1")))
  const mended = lines
    .map((line) =>
      line
        .replace('Nowhere Hall', 'Sallow Court')
        .replace('Gossip', 'Praise')
        .replace('31/02/2026', '28/02/2026')
        .replace('01/11/2027', '01/11/2026')
        .replace(/^B-5,(.*?),Upheld,,/, 'B-5,$1,Upheld,02/11/2026,')
        .replace(/^A-3,/, 'A-9,')
        .replace(/^,/, 'B-1,'),
    )
    .join('\r\n')
  const { page } = await takeIn('Third system', mended)
  assert.match(page, /<strong>6<\/strong> new/)
  assert.match(page, /<strong>0<\/strong> not taken in/)
  for (const reference of ['B-1', 'B-2', 'B-3', 'B-4', 'B-5', 'A-9'])
    assert.ok(await itemOf('Third system', reference), reference)
})

test('all or nothing takes nothing in where one row is wrong', async () => {
  await mapped('Fourth system')
  const { page } = await takeIn(
    'Fourth system',
    csv([...good, ['B-1', 'Nowhere Hall', 'Praise', '01/11/2026', '', '', '']]),
    'all',
  )
  assert.match(page, /left out, because you chose all or nothing/)
  assert.equal(await itemOf('Fourth system', 'A-1'), undefined)
})

for (const [container, write] of [
  ['xlsx', writeXlsxSheets],
  ['ods', writeOdsSheets],
] as const)
  test(`a workbook is read as well: ${container}`, async () => {
    const source = `System of ${container}`
    await mapped(source)
    const file = join(folder, `cases.${container}`)
    await write(file, { Cases: [heading, ...good] })
    await takeIn(source, new Uint8Array(await readFile(file)), 'good', `cases.${container}`)
    assert.equal((await itemOf(source, 'A-2'))?.outcome, 'substantiated')
  })

test('one kind for all rows, services by CQC’s or our own id, and no story', async () => {
  const first = ['Ref', 'Service id', 'Date', 'Story']
  const own = (reference: string, story: string): Row => [
    reference,
    idOf('quillan-mews'),
    '05/11/2026',
    story,
  ]
  const content = csv([own('D-1', 'Late lunch.'), own('D-2', 'About 943 476 5919')], first)
  const address = addressOf(await send('Complaints', content))
  const chosen = { reference: 'Ref', ownId: 'Service id', occurred: 'Date', summary: 'Story' }
  await lead.post(`${address}/columns`, { ...chosen, kind: 'always:complaint-to-provider' })
  const preview = await settled(address)
  assert.match(preview, /take out an NHS number/)
  await lead.post(address, { keep: 'good' })
  await settled(address)
  const item = await itemOf('Complaints', 'D-1')
  assert.deepEqual([item?.kind, item?.service_id], ['complaint-to-provider', idOf('quillan-mews')])
})

test('a real service takes nothing made up, and the file says so', async () => {
  const real = await plumbline.read(() =>
    db()
      .selectFrom('service_now')
      .where('invented', '=', false)
      .select('id')
      .$narrowType<{ id: string }>()
      .executeTakeFirstOrThrow(),
  )
  const address = addressOf(
    await send('Wrong place', csv([['E-1', real.id, '05/11/2026']], ['Ref', 'Service id', 'Date'])),
  )
  const chosen = { reference: 'Ref', ownId: 'Service id', occurred: 'Date', kind: 'always:compliment' }
  await lead.post(`${address}/columns`, chosen)
  await settled(address)
  await lead.post(address, {})
  assert.match(await settled(address), /real service from CQC/)
  assert.equal(await itemOf('Wrong place', 'E-1'), undefined)
})

test('what is no table comes back to the form with the reason', async () => {
  for (const [name, content, says] of [
    ['empty.csv', '', /not empty/],
    ['one.csv', 'only one\r\n', /no row of it has names of columns/],
    ['page.csv', '<!doctype html><html></html>', /web page/],
  ] as const) {
    const answer = await send('Strangers', content, name)
    assert.equal(answer.status, 422, name)
    assert.match(await answer.text(), says)
  }
  assert.equal((await lead.post(path, new FormData())).status, 422)
})

test('only who may import does', async () => {
  const worker = await plumbline.signIn('social-worker')
  assert.equal((await worker.get(path)).status, 403)
  const assessor = await plumbline.signIn('quality-assessor')
  assert.equal((await assessor.get(path)).status, 403)
})

test('the command previews, takes in, writes the rows to mend, and is the same the second time', async () => {
  await mapped('By command')
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = plumbline.databaseUrl
  try {
    const file = join(folder, 'by-command.csv')
    const mend = join(folder, 'mend.csv')
    await writeFile(file, csv([...good, ['B-1', 'Nowhere Hall', 'Praise', '01/11/2026', '', '', '']]))
    const words = [file, '--source', 'By command', '--authority', 'eastmarch'] as const
    const preview = await run(importIntelligence, ...words, '--preview')
    assert.equal(preview.exit, 1)
    assert.match(preview.out, /preview, nothing is taken in\): 4 rows; new 3, .*to mend 1/)
    assert.match((await run(importIntelligence, ...words)).out, /nothing was taken in/)
    assert.equal(await itemOf('By command', 'A-1'), undefined)
    const taken = await run(importIntelligence, ...words, '--keep-good', '--to-mend', mend)
    assert.match(taken.out, /new 3, changed 0/)
    assert.ok(await itemOf('By command', 'A-1'))
    assert.match(await readFile(mend, 'utf8'), /Nowhere Hall.*no service/)
    assert.match(
      (await run(importIntelligence, ...words, '--keep-good')).out,
      /new 0, changed 0, here already 3/,
    )
    assert.equal((await run(importIntelligence, file)).exit, 2)
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
  }
})
