/** Contracts: who may, what they say, what the service takes from them, and how they stop (W1.1, W1.5, W2.1, W3.22). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { followContracts } from '../../src/server/register/commands/follow-contracts.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const rowan = idOf('contract EM-RES-014')

const service = (id: string) =>
  plumbline.read(() =>
    db().selectFrom('service_now').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
  )

const contract = (id: string) =>
  plumbline.read(() =>
    db().selectFrom('contract_now').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
  )

const eventsOf = (subject: string) =>
  plumbline.read(async () =>
    (
      await db()
        .selectFrom('event_now')
        .where('subject_id', '=', subject)
        .select('kind')
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind),
  )

/** A form that is right, for a test to change one thing of. */
const right = (id = randomUUID(), changes: Readonly<Record<string, string>> = {}) => ({
  id,
  service: 'new',
  serviceName: 'Fallow Field Day Centre',
  place: 'Thornhay',
  postcode: 'zz9 9zz',
  reference: `EM-TEST-${id.slice(0, 8)}`,
  provider: 'Fallow Field CIC',
  serviceType: 'life-opportunities',
  'starts-day': '1',
  'starts-month': '4',
  'starts-year': '2026',
  funding: 'council',
  annualValue: '125,000.50',
  populationBasis: 'stated',
  people: '25',
  permitsSuspension: 'no',
  annualStatement: 'yes',
  ...changes,
})

const added = async (changes: Readonly<Record<string, string>> = {}) => {
  const form = right(randomUUID(), changes)
  const answer = await lead.post('/contracts/new', form)
  assert.equal(answer.status, 303, await answer.text())
  return form
}

test('the twelve services of the demonstration are under contract, and none took anything else from it', async () => {
  const rows = await plumbline.read(() =>
    db().selectFrom('service_now').where('commissioned', '=', true).selectAll().execute(),
  )
  assert.equal(rows.length, 12)
  assert.equal((await service(idOf('rowan-house'))).population, 40)
  assert.equal((await service(idOf('willow-end'))).population, null)
})

test('a contract with a new service adds both at once, and the service is rated', async () => {
  const form = await added()
  const { service_id: id, annual_value } = await contract(form.id)
  assert.equal(annual_value, 12_500_050)
  const found = await service(id)
  assert.equal(found.name, 'Fallow Field Day Centre')
  assert.equal(found.postcode, 'ZZ9 9ZZ')
  assert.equal(found.invented, true)
  assert.deepEqual(
    [found.commissioned, found.service_type, found.population],
    [true, 'life-opportunities', 25],
  )
  assert.equal(found.provider_name, 'Fallow Field CIC')
  assert.deepEqual(await eventsOf(id), ['service.added', 'service.changed'])
  const proposals = await plumbline.read(() =>
    db().selectFrom('rating_proposal_now').where('service_id', '=', id).select('id').execute(),
  )
  assert.equal(proposals.length, 1)
  const page = await (await lead.get(`/contracts/${form.id}`)).text()
  assert.match(page, /£125,000\.50/)
  assert.match(page, /Fallow Field CIC/)
})

test('a form sent twice adds one contract and one service', async () => {
  const form = await added({ serviceName: 'Sent Twice House' })
  assert.equal((await lead.post('/contracts/new', form)).status, 303)
  const found = await plumbline.read(() =>
    db().selectFrom('service_now').where('name', '=', 'Sent Twice House').select('id').execute(),
  )
  assert.equal(found.length, 1)
})

test('what is sent at the same instant is not written twice, and nobody meets an error of the server', async () => {
  const form = right(randomUUID(), { serviceName: 'At Once House', provider: 'At Once Ltd' })
  const rivals = [
    right(randomUUID(), { ...form, id: randomUUID() }),
    right(randomUUID(), { ...form, id: randomUUID() }),
  ]
  const answers = await Promise.all([form, form, ...rivals].map((each) => lead.post('/contracts/new', each)))
  assert.deepEqual(
    answers
      .map(({ status }) => status)
      .toSorted()
      .at(-1),
    422,
  )
  const found = await plumbline.read(() =>
    db().selectFrom('service_now').where('name', '=', 'At Once House').select('id').execute(),
  )
  assert.equal(found.length, 1)
})

test('a form that is wrong comes back filled in, with every error', async () => {
  const answer = await lead.post(
    '/contracts/new',
    right(randomUUID(), {
      reference: 'EM-RES-014',
      funding: '',
      serviceName: '',
      people: 'many',
      'starts-month': '13',
      lead: randomUUID(),
    }),
  )
  assert.equal(answer.status, 422)
  const page = await answer.text()
  for (const words of [
    /Enter the name of the service/,
    /Another contract has this reference/,
    /Start date must be a real date/,
    /Select who pays/,
    /Enter how many people/,
    /Select a person of the council/,
  ])
    assert.match(page, words)
  assert.match(page, /value="Fallow Field CIC"/)
  assert.match(page, /value="125,000.50"/)
})

test('no contract is made up about a real service', async () => {
  const real = await plumbline.read(() =>
    db()
      .selectFrom('service_now')
      .where('invented', '=', false)
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  assert.equal((await lead.get(`/contracts/new?service=${real.id}`)).status, 409)
  assert.equal((await lead.post('/contracts/new', right(randomUUID(), { service: real.id }))).status, 409)
})

test('another council sees nothing, and a provider’s account sees no contracts', async () => {
  const northfold = { id: 'northfold', name: 'Northfold', areas: [], invented: true }
  await plumbline.work(() => addAuthority(northfold, 'wirral-2022'), system('test', [northfold.id]))
  const manager = {
    kind: 'person',
    id: idOf('perpetua'),
    authorities: ['eastmarch'],
    services: [idOf('rowan-house')],
  } as const
  for (const table of [
    'contract',
    'contract_version',
    'contract_lead',
    'provider',
    'provider_group',
    'authorised_officer',
    'contract_upload',
    'contract_now',
    'provider_now',
  ] as const)
    for (const actor of [system('test', ['northfold']), manager])
      assert.deepEqual(
        await unitOfWork(plumbline.opened.ground, actor, 'read', () =>
          db().selectFrom(table).selectAll().execute(),
        ),
        [],
        table,
      )
  const registered = await plumbline.signIn('registered-manager')
  assert.equal((await registered.get('/contracts')).status, 403)
  assert.equal((await registered.get(`/contracts/${rowan}`)).status, 403)
  assert.doesNotMatch(await (await registered.get(`/services/${idOf('rowan-house')}`)).text(), /EM-RES-014/)
})

test('a quality assessor sees contracts, and changes none', async () => {
  const assessor = await plumbline.signIn('quality-assessor')
  const page = await (await assessor.get(`/contracts/${rowan}`)).text()
  assert.match(page, /EM-RES-014/)
  assert.doesNotMatch(page, /Terminate/)
  assert.equal((await assessor.get('/contracts/new')).status, 403)
})

test('where no lead is named the Authorised Officer is the lead, and shown as such (W2.1)', async () => {
  const page = await (await lead.get(`/contracts/${idOf('contract EM-RES-017')}`)).text()
  assert.match(page, /Isolde Farrow \(Authorised Officer\)/)
  assert.equal((await service(idOf('gorse-hill'))).contract_lead_id, idOf('isolde'))
})

const noticed = async (answer: Response): Promise<string> => {
  assert.equal(answer.status, 303, await answer.clone().text())
  return (await lead.get(answer.headers.get('location') ?? '')).text()
}

test('a change is a new version; the old one stays, with who and when', async () => {
  const form = await added()
  const changed = { ...form, version: '1', people: '30', annualValue: '130000' }
  const page = await noticed(await lead.post(`/contracts/${form.id}/change`, changed))
  assert.match(page, /Annual value: from £125,000.50 to £130,000/)
  assert.match(page, /People stated: from 25 to 30/)
  assert.match(page, /by Tobias Anand/)
  const { version, service_id } = await contract(form.id)
  assert.equal(version, 2)
  assert.equal((await service(service_id)).population, 30)
  const versions = await plumbline.read(() =>
    db()
      .selectFrom('contract_version')
      .where('id', '=', form.id)
      .select('superseded_at')
      .orderBy('version')
      .execute(),
  )
  assert.deepEqual(
    versions.map(({ superseded_at }) => superseded_at === null),
    [false, true],
  )
  assert.match(
    await noticed(await lead.post(`/contracts/${form.id}/change`, { ...changed, version: '2' })),
    /Nothing was changed/,
  )
  assert.equal((await contract(form.id)).version, 2)
})

test('what two people change at a time is not mixed: the second is told', async () => {
  const form = await added()
  assert.equal(
    (await lead.post(`/contracts/${form.id}/change`, { ...form, version: '1', people: '30' })).status,
    303,
  )
  const second = await lead.post(`/contracts/${form.id}/change`, { ...form, version: '1', people: '35' })
  assert.equal(second.status, 409)
  assert.match(await second.text(), /Somebody else changed the contract/)
})

test('a lead is named and replaced; the history keeps both, and the service follows', async () => {
  const form = await added()
  const { service_id } = await contract(form.id)
  assert.equal((await service(service_id)).contract_lead_id, idOf('isolde'))
  const name = (person: string, from: readonly string[] = []) =>
    lead.post(`/contracts/${form.id}/lead`, {
      person: idOf(person),
      'from-day': from[0] ?? '',
      'from-month': from[1] ?? '',
      'from-year': from[2] ?? '',
    })
  await noticed(await name('tobias', ['1', '11', '2026']))
  assert.equal((await service(service_id)).contract_lead_id, idOf('tobias'))
  const page = await noticed(await name('ottilie', ['20', '11', '2026']))
  assert.match(page, /Ottilie Brandt[\s\S]*20 November 2026[\s\S]*Tobias Anand[\s\S]*1 November 2026/)
  assert.equal((await service(service_id)).contract_lead_id, idOf('ottilie'))
  assert.equal((await name('tobias', ['1', '12', '2026'])).status, 422)
  assert.equal((await name('tobias', ['10', '11', '2026'])).status, 422)
  assert.equal((await name('perpetua')).status, 422)
})

test('a contract that ends stops the monitoring after its last day, not before', async () => {
  const form = await added({ lead: idOf('tobias') })
  const { service_id } = await contract(form.id)
  const end = {
    version: '1',
    'on-day': '30',
    'on-month': '11',
    'on-year': '2026',
    reasons: 'term-over',
    note: '',
  }
  assert.match(
    await noticed(await lead.post(`/contracts/${form.id}/end`, end)),
    /the last day is 30 November 2026/,
  )
  assert.equal((await service(service_id)).commissioned, true)
  const follow = () => plumbline.work(() => followContracts('all'))
  const before = plumbline.clock.now
  plumbline.clock.advance(10 * 24 * 60 * 60 * 1000)
  await follow()
  const after = await service(service_id)
  assert.deepEqual([after.commissioned, after.contract_lead_id, after.population], [false, null, 25])
  plumbline.clock.now = before
  await follow()
  assert.equal((await lead.post(`/contracts/${form.id}/end`, { ...end, version: '2' })).status, 409)
})

test('a termination needs dates and reasons, is asked twice, and stays in the record (W1.5)', async () => {
  const form = await added()
  const wrong = await lead.post(`/contracts/${form.id}/terminate`, { version: '1' })
  assert.equal(wrong.status, 422)
  const errors = await wrong.text()
  for (const words of [
    /Enter the last day/,
    /Enter the day on which the provider was told/,
    /Select at least one reason/,
    /Say in a few sentences/,
  ])
    assert.match(errors, words)
  const termination = {
    version: '1',
    'on-day': '19',
    'on-month': '11',
    'on-year': '2026',
    'notice-day': '1',
    'notice-month': '10',
    'notice-year': '2026',
    reasons: 'quality',
    note: 'Three action plans were not carried out.',
  }
  const asked = await lead.post(`/contracts/${form.id}/terminate`, termination)
  assert.equal(asked.status, 200)
  assert.match(await asked.text(), /Terminate this contract\?[\s\S]*The quality of care stayed below/)
  assert.equal((await contract(form.id)).stopped, null)
  const page = await noticed(
    await lead.post(`/contracts/${form.id}/terminate`, { ...termination, confirmed: 'yes' }),
  )
  assert.match(page, /Terminated: the last day was 19 November 2026[\s\S]*Three action plans/)
  const { service_id } = await contract(form.id)
  assert.equal((await service(service_id)).commissioned, false)
  assert.deepEqual(await eventsOf(form.id), ['contract.added', 'contract.terminated'])
})

test('the list is filtered and sorted in its address, and downloaded as it is shown', async () => {
  await added({ provider: '=cmd() Ltd', reference: 'EM-FORMULA' })
  const count = async (query: string) =>
    (await (await lead.get(`/contracts?${query}`)).text()).match(/<strong>(\d+) contracts?<\/strong>/)?.[1]
  assert.equal(await count('q=harbourlight'), '3')
  assert.equal(await count('q=harbourlight&which=all'), '4')
  assert.equal(await count('q=em-nur&which=over'), '1')
  assert.equal(await count('q=em-res&ending=50'), '1')
  assert.equal(await count('lead=none&q=EM-RES'), '1')
  assert.equal(await count(`lead=${idOf('tobias')}&type=home-care`), '2')
  const sorted = await (await lead.get('/contracts?sort=value&order=down')).text()
  assert.match(sorted, /aria-sort="descending"/)
  assert.match(sorted.match(/<tbody[\s\S]*?<\/tr>/)?.[0] ?? '', /Brightwater/)
  const file = await lead.get('/contracts/contracts.csv?q=em-formula')
  assert.match(file.headers.get('content-disposition') ?? '', /contracts\.csv/)
  const text = await file.text()
  assert.match(text, /,'=cmd\(\) Ltd,/)
  assert.equal(text.trimEnd().split('\r\n').length, 2)
})

test('a provider is renamed in all of its contracts, and put into a group', async () => {
  const { provider_id } = await contract(idOf('contract EM-HOM-021'))
  const answer = await lead.post(`/contracts/providers/${provider_id}`, {
    name: 'Brightwater Care Group Ltd (invented)',
    cqcId: '1-101',
    group: 'Brightwater',
  })
  assert.match(await noticed(answer), /Brightwater Care Group Ltd/)
  assert.equal(
    (await service(idOf('brightwater-home-care'))).provider_name,
    'Brightwater Care Group Ltd (invented)',
  )
  const taken = await lead.post(`/contracts/providers/${provider_id}`, {
    name: 'Quillan Homes (invented)',
    cqcId: '',
    group: '',
  })
  assert.equal(taken.status, 422)
})

test('a new Authorised Officer leads what nobody leads', async () => {
  await noticed(await lead.post('/contracts/officer', { person: idOf('ottilie') }))
  assert.equal((await service(idOf('gorse-hill'))).contract_lead_id, idOf('ottilie'))
  assert.equal((await service(idOf('rowan-house'))).contract_lead_id, idOf('tobias'))
})

test('a service is added by hand, changed and ended; not while it is under contract', async () => {
  const id = randomUUID()
  const form = {
    id,
    serviceName: 'Market Day Club',
    serviceType: 'life-opportunities',
    place: 'Thornhay',
    postcode: '',
  }
  assert.equal((await lead.post('/services/new', { ...form, serviceName: '' })).status, 422)
  assert.match(await noticed(await lead.post('/services/new', form)), /Market Day Club/)
  assert.equal((await service(id)).commissioned, false)
  await noticed(await lead.post(`/services/${id}/change`, { ...form, place: 'Upper Fenwick' }))
  assert.equal((await service(id)).place, 'Upper Fenwick')
  const end = { 'on-day': '20', 'on-month': '11', 'on-year': '2026', reason: 'Nobody came any more.' }
  assert.match(await noticed(await lead.post(`/services/${id}/end`, end)), /20 November 2026: Nobody came/)
  assert.equal((await lead.post(`/services/${idOf('rowan-house')}/end`, end)).status, 409)
})
