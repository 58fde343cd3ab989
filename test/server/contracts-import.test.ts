/** Contracts from files: what a file would do, what came of it, and the rows to mend (W1.1). */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { importContracts } from '../../src/cli/import-contracts.ts'
import { fileColumns } from '../../src/core/contracts/file-columns.ts'
import { importRows } from '../../src/server/contracts/commands/uploads.ts'
import { readFileRows } from '../../src/server/contracts/import/file-rows.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { run } from '../cli/run.ts'
import { writeOdsSheets, writeXlsxSheets } from '../register/write-sheets.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'

let plumbline: TestApp
let folder: string
let cookie = ''
before(async () => {
  plumbline = await testApp('demo')
  folder = await mkdtemp(join(tmpdir(), 'plumbline-contracts-test-'))
  const answer = await request('/sign-in', { body: new URLSearchParams({ person: idOf('tobias') }) })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
})
after(async () => {
  await plumbline.close()
  await rm(folder, { recursive: true, force: true })
})

const origin = 'http://plumbline.test'
const request = (path: string, init: RequestInit = {}) =>
  plumbline.app.request(`${origin}${path}`, {
    ...(init.body ? { method: 'POST' } : {}),
    ...init,
    headers: { cookie, origin, ...init.headers },
  })

const send = (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const body = new FormData()
  body.set('file', new File([content], name))
  return request('/contracts/import', { body })
}

const headings = Object.values(fileColumns)
type Cells = Partial<Record<keyof typeof fileColumns, string>>

const usual: Cells = {
  serviceType: 'Care home',
  provider: 'Larkfield Care (invented)',
  starts: '01/04/2026',
  funding: 'The council',
  populationBasis: 'capacity',
  permitsSuspension: 'Yes',
  annualStatement: 'No',
}

const csv = (rows: readonly Cells[], delimiter = ','): string =>
  [
    headings,
    ...rows.map((row) =>
      Object.keys(fileColumns).map((column) => ({ ...usual, ...row })[column as keyof Cells] ?? ''),
    ),
  ]
    .map((cells) =>
      cells.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
    )
    .join('\r\n')

const rowsOf = async (content: string | Uint8Array) => {
  const path = join(folder, 'given')
  await writeFile(path, content)
  return readFileRows(path)
}

const take = async (content: string, keepsGood = true) => {
  const rows = await rowsOf(content)
  return plumbline.work(() => importRows('eastmarch', 'test.csv', rows, keepsGood))
}

const counts = (report: Awaited<ReturnType<typeof take>>) => [
  report.contracts.added,
  report.contracts.changed,
  report.contracts.unchanged,
  report.rejected.length,
]

const named = (reference: string) =>
  plumbline.read(() =>
    db().selectFrom('contract_now').where('reference', '=', reference).selectAll().executeTakeFirst(),
  )

test('rows are matched on CQC’s id, then on name and postcode; the rest are new services', async () => {
  const file = csv([
    { reference: 'F-1', cqcId: 'INVENTED-rowan-house', lead: 'tobias anand' },
    { reference: 'F-2', serviceName: 'SALLOW COURT', postcode: 'zz12bb' },
    {
      reference: 'F-3',
      serviceName: 'Corner Club',
      postcode: 'ZZ8 8ZZ',
      provider: 'Corner CIC',
      group: 'Corners',
    },
    {
      reference: 'F-4',
      serviceName: 'Corner Club',
      postcode: 'ZZ8 8ZZ',
      provider: 'Corner CIC',
      funding: 'grant',
    },
  ])
  assert.deepEqual(counts(await take(file)), [4, 0, 0, 0])
  assert.equal((await named('F-1'))?.service_id, idOf('rowan-house'))
  assert.equal((await named('F-1'))?.lead_named, true)
  assert.equal((await named('F-2'))?.service_id, idOf('sallow-court'))
  const [third, fourth] = [await named('F-3'), await named('F-4')]
  assert.equal(third?.service_id, fourth?.service_id)
  assert.equal(third?.provider_id, fourth?.provider_id)
  assert.equal(third?.group_name, 'Corners')
  assert.deepEqual(counts(await take(file)), [0, 0, 4, 0])
  const changed = file.replace(
    'ZZ8 8ZZ,Care home,Corner CIC,,,01/04/2026',
    'ZZ8 8ZZ,Care home,Corner CIC,,Corners,01/05/2026',
  )
  assert.deepEqual(counts(await take(changed)), [0, 1, 3, 0])
})

test('every fault of a row is said with its column, and the good rows can be kept', async () => {
  const file = csv([
    { reference: 'G-1', serviceName: 'Good Row House', postcode: 'ZZ7 7ZZ' },
    { reference: 'G-2', cqcId: '1-999', starts: '31/04/2026', lead: 'Tobias Anant' },
    { reference: 'G-1', serviceName: 'Another House' },
    { reference: 'EM-RES-014', serviceName: 'Sallow Court', postcode: 'ZZ1 2BB' },
    { reference: 'G-3', cqcId: '1-10024040008' },
    { reference: '', serviceName: 'Nameless' },
  ])
  assert.deepEqual(counts(await take(file, false)), [0, 0, 0, 5])
  assert.equal(await named('G-1'), undefined)
  const report = await take(file)
  assert.deepEqual(counts(report), [1, 0, 0, 5])
  const reasons = new Map(report.rejected.map(({ row, reasons: all }) => [row, all.join('\n')]))
  assert.match(
    reasons.get(3) ?? '',
    /Start date must be a real date[\s\S]*CQC location id: No location[\s\S]*Contract lead: .*did you mean Tobias Anand/,
  )
  assert.match(reasons.get(4) ?? '', /Row 2 has the same reference/)
  assert.match(reasons.get(5) ?? '', /is for Rowan House: a contract keeps its service/)
  assert.match(reasons.get(6) ?? '', /real service/)
  assert.match(reasons.get(7) ?? '', /Enter the reference/)
})

test('semicolons and Windows-1252 are read as they were meant', async () => {
  const text = csv(
    [{ reference: 'W-1', serviceName: 'Café Club', place: 'Thornhay', provider: 'Café; Club' }],
    ';',
  )
  const rows = await rowsOf(Buffer.from(text, 'latin1'))
  assert.equal(rows.rows[0]?.cells[2], 'Café Club')
  assert.equal(rows.rows[0]?.cells[6], 'Café; Club')
})

for (const [kind, write] of [
  ['XLSX', writeXlsxSheets],
  ['ODS', writeOdsSheets],
] as const)
  test(`a workbook in ${kind} is read from its first sheet, typed days and all`, async () => {
    const path = join(folder, kind)
    const row: Cells = { ...usual, reference: kind, serviceName: `House of ${kind}`, starts: '2026-04-01' }
    const first = [
      ['Our contracts'],
      headings,
      Object.keys(fileColumns).map((column) => row[column as keyof Cells] ?? ''),
    ]
    await write(path, { Contracts: first, Notes: [['Reference', 'Something else']] })
    const rows = await readFileRows(path)
    const report = await plumbline.work(() => importRows('eastmarch', kind, rows, false))
    assert.deepEqual(counts(report), [1, 0, 0, 0], JSON.stringify(report.rejected))
    assert.equal((await named(kind))?.starts, '2026-04-01')
  })

test('the command previews, takes in, writes the rows to mend, and is the same the second time', async () => {
  const database = await testDatabase('demo')
  const [file, mend] = [join(folder, 'command.csv'), join(folder, 'mend.csv')]
  await writeFile(file, csv([{ reference: 'C-1', serviceName: 'Command House' }, { reference: 'C-2' }]))
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = database.url
  try {
    const json = async (...words: readonly string[]) => {
      const { exit, out } = await run(importContracts, file, '--json', ...words)
      return [exit, JSON.parse(out).contracts.added, JSON.parse(out).contracts.unchanged]
    }
    assert.deepEqual(await json('--preview', '--keep-good'), [1, 1, 0])
    assert.deepEqual(await json(), [1, 0, 0])
    assert.deepEqual(await json('--keep-good', '--to-mend', mend), [1, 1, 0])
    assert.deepEqual(await json('--keep-good'), [1, 0, 1])
    assert.match(await readFile(mend, 'utf8'), /C-2.*Give the CQC location id, or the name of the service/)
    assert.match((await run(importContracts, file)).out, /1 unchanged; left out: 0; rejected: 1\n {2}row 3: /)
    await assert.rejects(
      run(importContracts, file, '--authority', 'nowhere'),
      /no council with the id nowhere/,
    )
    await assert.rejects(run(importContracts, join(folder, 'missing.csv')), /there is no such file/)
    assert.equal((await run(importContracts)).exit, 2)
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
    await database.drop()
  }
})

test('a file that is none is refused, and says what was expected', async () => {
  const refused: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, RegExp])[] = [
    ['empty.csv', ' ', /is empty/],
    ['picture.csv', new Uint8Array([1, 0, 2, 0]), /neither text nor a workbook/],
    ['other.csv', 'Name,Town\nRowan House,Thornhay\n', /heading “Reference”/],
    [
      'short.csv',
      'Reference,Provider,Service name\nA,B,C\n',
      /lacks the column “Service type”, “Start date”/,
    ],
    ['broken.csv', `${headings.join(',')}\n"never closed`, /quotation mark/],
    ['zip.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /(broken|not recognised|cannot be read)/],
    ['headings.csv', headings.join(','), /no rows below them/],
  ]
  for (const [name, content, says] of refused) {
    const answer = await send(name, content)
    assert.equal(answer.status, 422, name)
    assert.match(await answer.text(), says, name)
  }
  const none = await request('/contracts/import', { body: new FormData() })
  assert.equal(none.status, 422)
  assert.match(await none.text(), /Select a file that is not empty/)
})

test('a file that is too large is refused, whatever its sender says of its length', async () => {
  const answer = await send('large.csv', 'x'.repeat(11_000_000))
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /larger than 10 megabytes/)
})

test('by page: preview, choice, result, rows to mend, and again', async () => {
  const sent = await send(
    'our contracts.csv',
    csv([
      { reference: 'P-1', serviceName: 'Paged House', postcode: 'ZZ6 6ZZ' },
      {
        reference: 'P-2',
        serviceName: 'Paged Club',
        postcode: 'ZZ6 6ZX',
        provider: '=Paged Ltd',
        starts: 'soon',
      },
    ]),
  )
  assert.equal(sent.status, 303)
  const address = sent.headers.get('location') ?? ''
  const preview = await (await request(address)).text()
  assert.match(preview, /What the file would do[\s\S]*Nothing is taken in yet/)
  assert.equal(await named('P-1'), undefined)
  const unchosen = await request(address, { body: new URLSearchParams({}) })
  assert.equal(unchosen.status, 422)
  const mend = await (await request(`${address}/faulty.csv`)).text()
  assert.match(mend, /What to mend[\s\S]*'=Paged Ltd[\s\S]*Start date must be a real date/)
  const done = await request(address, { body: new URLSearchParams({ keep: 'good' }) })
  assert.equal(done.headers.get('location'), `${address}?done=contracts-imported`)
  const result = await (await request(`${address}?done=contracts-imported`)).text()
  assert.match(
    result,
    /What came of the file[\s\S]*<strong>1<\/strong> added[\s\S]*<strong>1<\/strong> not taken in/,
  )
  assert.equal((await request(address, { body: new URLSearchParams({ keep: 'good' }) })).status, 409)
  const again = await send('mended.csv', mend.replace('soon', '2026-05-01'))
  const mended = again.headers.get('location') ?? ''
  assert.equal((await request(mended, { body: new URLSearchParams({}) })).status, 303)
  assert.equal((await named('P-2'))?.provider_name, '=Paged Ltd')
  assert.equal((await named('P-2'))?.starts, '2026-05-01')
})

test('all or none leaves the good rows out', async () => {
  const sent = await send(
    'all.csv',
    csv([{ reference: 'N-1', serviceName: 'None House' }, { reference: 'N-2' }]),
  )
  const address = sent.headers.get('location') ?? ''
  await request(address, { body: new URLSearchParams({ keep: 'all' }) })
  assert.match(await (await request(address)).text(), /left out, because you chose/)
  assert.equal(await named('N-1'), undefined)
})

test('the template reads as a file of one example row', async () => {
  const template = await (await request('/contracts/import/template.csv')).text()
  const report = await take(template)
  assert.deepEqual(counts(report), [1, 0, 0, 0])
})
