/** Disposal from the weekly list to the certificate, and what a legal hold keeps (X11). */
import assert from 'node:assert/strict'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { plusMilliseconds } from '../../src/core/kit/days.ts'
import { verifyTrail } from '../../src/server/audit/verify.ts'
import { keepUpload } from '../../src/server/contracts/commands/uploads.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { disposables } from '../../src/server/disposables.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { disableAccount, enableAccount } from '../../src/server/people/commands/accounts.ts'
import { removeFromAuthority } from '../../src/server/people/commands/roles.ts'
import { tidyAccounts } from '../../src/server/people/commands/tidy.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { sealEvents } from '../../src/server/platform/events/seal.ts'
import { sha256 } from '../../src/server/platform/events/sha256.ts'
import { proposeDisposals } from '../../src/server/retention/commands/propose.ts'
import { invited, mailTo } from '../support/accounts.ts'
import { asEastmarch, eventually, type Person, type TestApp, testApp } from '../support/app.ts'

const rowan = idOf('rowan-house')
const concerns = ['one', 'two'].map((key) => idOf(`retention ${key}`))
const year = 366 * 24 * 60 * 60 * 1000

const importId = idOf('retention import')
const sentFile = () => join(plumbline.opened.ground.dataFolder, 'files', 'imports', importId, '0', 'a.csv')

let plumbline: TestApp
let [left, moved, stays] = ['', '', '']
let administrator: Person
before(async () => {
  plumbline = await testApp('demo')
  const withAddress = { ...asEastmarch, from: { request: idOf('a request'), address: '192.0.2.7' } }
  for (const id of concerns)
    await plumbline.work(
      () =>
        recordIntelligence({
          ...{ id, service: rowan, kind: 'care-concern', occurred: '2026-11-01' as never },
          ...{ concluded: '2026-11-10' as never, progressed: null, outcome: 'substantiated' },
          ...{
            reference: 'R-77',
            summary: 'A text that is kept no longer than it must',
            immediateRisk: false,
          },
        }),
      withAddress,
    )
  const lead = await plumbline.signIn('contract-lead')
  await lead.get(`/services/${rowan}/why`)
  const rows = { heading: ['Reference'], rows: [{ row: 2, cells: ['X'] }] }
  await plumbline.work(() => keepUpload(idOf('retention upload'), 'eastmarch', 'a.csv', rows))
  await mkdir(join(sentFile(), '..'), { recursive: true })
  await writeFile(sentFile(), 'names of people')
  await plumbline.work(() =>
    db()
      .insertInto('cqc_import')
      .values({
        ...{ id: importId, authority_id: 'eastmarch', person_id: 'leopold' },
        files: JSON.stringify([{ name: 'a.csv', key: `imports/${importId}/0/a.csv` }]),
        report: '[]',
        ...{ recorded_at: plumbline.clock.now, done_at: plumbline.clock.now },
      })
      .execute(),
  )
  left = (await invited(plumbline, 'left@eastmarch.example', 'auditor')).id
  moved = (await invited(plumbline, 'moved@eastmarch.example', 'auditor')).id
  stays = (await invited(plumbline, 'stays@eastmarch.example', 'auditor')).id
  await plumbline.work(async () => {
    await disableAccount(left, 'eastmarch')
    await removeFromAuthority(moved, 'eastmarch')
    await tidyAccounts()
  })
  plumbline.clock.now = plusMilliseconds(plumbline.clock.now, 9 * year)
  administrator = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const propose = () => plumbline.work(() => proposeDisposals(disposables))
const open = () =>
  plumbline.read(() =>
    db().selectFrom('disposal_item').where('decided_at', 'is', null).selectAll().orderBy('id').execute(),
  )
const itemOf = async (kind: string, id: string) =>
  (await open()).find(({ record_kind, record_id }) => record_kind === kind && record_id === id)
const texts = () =>
  plumbline.read(async () =>
    (
      await db()
        .selectFrom('intelligence')
        .where('id', 'in', concerns)
        .orderBy('id')
        .select(['id', 'summary'])
        .execute()
    ).map(({ summary }) => summary !== null),
  )
const payloads = () =>
  plumbline.read(async () =>
    Number(
      (
        await db()
          .selectFrom('event_payload')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    ),
  )

test('the weekly list holds what every kind has due, once, and erases nothing', async () => {
  const before = await payloads()
  await propose()
  const first = await open()
  const kinds = [...new Set(first.map(({ record_kind }) => record_kind))].toSorted()
  assert.deepEqual(kinds, [
    ...[
      'access-log',
      'account',
      'activity-records',
      'alert-notes',
      'contract-uploads',
      'decision-minutes',
      'decisions',
      'event-origins',
      'event-payloads',
      'import-files',
    ],
    ...['intelligence', 'mail'],
  ])
  await propose()
  assert.deepEqual(await open(), first)
  assert.deepEqual(await texts(), [true, true])
  assert.ok((await payloads()) >= before)
  assert.match(
    await (await administrator.get('/retention')).text(),
    /Care concern of 1 November 2026, Rowan House/,
  )
})

test('a hold needs a reason, keeps the record, and is never proposed again until it ends', async () => {
  const [first = ''] = concerns
  const item = await itemOf('intelligence', first)
  const address = `/retention/hold/${item?.id}`
  const wrong = await administrator.post(address, { on: 'record', reason: ' ' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Enter why it must be kept/)
  const placed = await administrator.post(address, { on: 'record', reason: 'Claim 4711' })
  assert.equal(placed.status, 303)
  assert.equal(await itemOf('intelligence', first), undefined)
  await propose()
  assert.equal(await itemOf('intelligence', first), undefined)
  assert.match(await (await administrator.get('/retention')).text(), /Claim 4711/)
})

test('nothing chosen, and nothing confirmed, erases nothing', async () => {
  assert.equal((await administrator.post('/retention/dispose', {})).status, 422)
  const asked = await administrator.post('/retention/dispose', { all: 'yes' })
  assert.equal(asked.status, 200)
  assert.match(await asked.text(), /cannot be brought back/)
  assert.deepEqual(await texts(), [true, true])
  const lead = await plumbline.signIn('contract-lead')
  assert.equal((await lead.post('/retention/dispose', { all: 'yes', sure: 'yes' })).status, 403)
})

let certificate = ''

test('what a person approves is erased, and what is held is not; the certificate says what', async () => {
  const answer = await administrator.post('/retention/dispose', { all: 'yes', sure: 'yes' })
  assert.equal(answer.status, 303)
  const address = answer.headers.get('location')?.split('?')[0] ?? ''
  certificate = address.split('/').at(-1) ?? ''
  const held = (await texts()).filter(Boolean).length
  assert.equal(held, 1, 'the one under the hold')
  assert.deepEqual(await open(), [])
  const page = await (await administrator.get(address)).text()
  assert.match(page, /Certificate of disposal/)
  assert.match(page, /Leopold Marsh/)
  assert.match(page, /Kept for 8 years/)
  const document = await (await administrator.get(`${address}/document.json`)).text()
  assert.ok(page.includes(sha256(document)))
  assert.doesNotMatch(document, /A text that is kept/)
  const { erased } = JSON.parse(document) as { erased: Record<string, number> }
  assert.equal(erased.intelligence, 1)
  assert.equal(erased['contract-uploads'], 1)
  assert.equal(erased['import-files'], 1)
  assert.equal(erased.account, 2)
  assert.equal(erased.mail, 3)
  assert.ok((erased['event-origins'] ?? 0) >= 2)
  await assert.rejects(access(sentFile()), /ENOENT/)
  const told = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_id', 'event.id')
      .where('kind', '=', 'retention.disposed')
      .select('payload')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(JSON.parse(told.payload), {
    certificate,
    digest: sha256(document),
    kinds: erased,
  })
})

test('accounts that came to an end are gone, their names stay, and who works here keeps the account', async () => {
  const accounts = await plumbline.read(() =>
    inRoom('accounts', () =>
      db().selectFrom('account').select('person_id').where('person_id', 'in', [left, moved, stays]).execute(),
    ),
  )
  assert.deepEqual(accounts, [{ person_id: stays }])
  const names = await plumbline.read(() =>
    db().selectFrom('person').select('name').where('id', 'in', [left, moved]).orderBy('name').execute(),
  )
  assert.deepEqual(names, [{ name: 'left' }, { name: 'moved' }])
  assert.deepEqual(await mailTo(plumbline, 'left@eastmarch.example'), [])
})

test('an account that opens something again counts as never closed', async () => {
  const closedAt = () =>
    plumbline.read(() =>
      inRoom('accounts', () =>
        db()
          .selectFrom('account')
          .select('closed_at')
          .where('person_id', '=', stays)
          .executeTakeFirstOrThrow(),
      ),
    )
  await plumbline.work(() => disableAccount(stays, 'eastmarch'))
  await plumbline.work(tidyAccounts)
  assert.notEqual((await closedAt()).closed_at, null)
  await plumbline.work(() => enableAccount(stays, 'eastmarch'))
  await plumbline.work(tidyAccounts)
  assert.equal((await closedAt()).closed_at, null)
})

test('the erased texts are gone from every version, and the counted facts stay', async () => {
  const rows = await plumbline.read(() =>
    db().selectFrom('intelligence_version').where('id', 'in', concerns).selectAll().execute(),
  )
  const erased = rows.filter(({ valid }) => !JSON.stringify(valid).includes('A text that'))
  assert.equal(erased.length, 1)
  assert.match(JSON.stringify(erased[0]?.valid), /"concluded":\s?"2026-11-10"/)
  assert.match(
    await (await administrator.get(`/history/service/${rowan}`)).text(),
    /contents were disposed of/,
  )
})

test('the trail still verifies, and says that contents were disposed of', async () => {
  await eventually('all is sealed', async () => {
    await sealEvents(plumbline.opened.ground, asEastmarch)
    const waiting = await plumbline.read(() => db().selectFrom('event_waiting').selectAll().execute())
    return waiting.length === 0
  })
  const found = await plumbline.read(() => verifyTrail(null))
  assert.deepEqual(found.broken, [])
  assert.ok(found.erased > 0)
})

test('a hold on a service keeps the events about it among the others of their day', async () => {
  const [first = ''] = concerns
  const holdNow = await plumbline.read(() =>
    db().selectFrom('legal_hold').where('lifted_at', 'is', null).select('id').executeTakeFirstOrThrow(),
  )
  assert.equal((await administrator.post(`/retention/holds/${holdNow.id}/end`, {})).status, 303)
  await propose()
  const item = await itemOf('intelligence', first)
  assert.ok(item, 'proposed again when the hold has ended')
  assert.equal(
    (await administrator.post(`/retention/hold/${item.id}`, { on: 'service', reason: 'Inquest' })).status,
    303,
  )
  const lead = await plumbline.signIn('contract-lead')
  await lead.get(`/services/${rowan}/why`)
  await lead.get(`/services/${idOf('sallow-court')}/why`)
  plumbline.clock.now = plusMilliseconds(plumbline.clock.now, 9 * year)
  administrator = await plumbline.signIn('administrator')
  await propose()
  await administrator.post('/retention/dispose', { all: 'yes', sure: 'yes' })
  const left = await plumbline.read(() =>
    db().selectFrom('access_log').where('subject_kind', '=', 'service').select('subject_id').execute(),
  )
  assert.deepEqual([...new Set(left.map(({ subject_id }) => subject_id))], [rowan])
  assert.deepEqual((await texts()).filter(Boolean).length, 1)
})
