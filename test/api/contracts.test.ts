/** Contracts and stated facts by the API: judged by the rules of the forms (X9, W3.22). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { hashOf, readPackFiles } from '../../src/server/platform/packs.ts'
import { adoptPolicy } from '../../src/server/policy/commands.ts'
import { type Program, program } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let council: Program
before(async () => {
  plumbline = await testApp('demo')
  council = await program(plumbline)
})
after(() => plumbline.close())

type Contract = {
  readonly id: string
  readonly version: number
  readonly annualValue: number
  readonly standing: string
  readonly service: string
}
type Problem = { readonly code: string; readonly errors?: readonly { readonly field: string }[] }

const terms = () => ({
  reference: `API-${randomUUID().slice(0, 8)}`,
  provider: 'Harbour Care Limited',
  serviceType: 'care-home',
  starts: '2026-04-01',
  funding: 'council',
  annualValue: 125_000.5,
  populationBasis: 'stated',
  people: 40,
  permitsSuspension: true,
  annualStatement: true,
})

const add = async (more: object): Promise<Response> =>
  council.write('POST', '/contracts', { ...terms(), ...more })

test('a contract is added, read, changed and ended; every step is a version', async () => {
  const sent = { ...terms(), service: idOf('rowan-house') }
  const made = await council.write('POST', '/contracts', sent)
  assert.equal(made.status, 201, await made.clone().text())
  const contract = (await made.json()) as Contract
  assert.equal(contract.annualValue, 125_000.5)
  const { service: _, ...same } = sent
  const path = `/contracts/${contract.id}`
  const changed = await council.write('PUT', path, { ...same, annualValue: 130_000, version: 1 })
  assert.equal(((await changed.json()) as Contract).version, 2)
  const late = await council.write('PUT', path, { ...same, annualValue: 1, version: 1 })
  assert.equal(((await late.json()) as Problem).code, 'contract-changed-meanwhile')
  const end = { version: 2, on: '2026-11-01', reasons: ['term-over'] }
  assert.equal((await council.write('POST', `${path}/end`, end)).status, 201)
  assert.equal((await council.read<Contract>(path)).standing, 'ended')
  const again = await council.write('POST', `${path}/end`, { ...end, version: 3 })
  assert.equal(((await again.json()) as Problem).code, 'contract-stopped')
})

test('a contract brings a new service with it', async () => {
  const made = await add({ newService: { name: 'Hazel View', place: 'Eastmarch', postcode: 'ZZ1 1ZZ' } })
  assert.equal(made.status, 201, await made.clone().text())
  const { service } = (await made.json()) as Contract
  assert.equal((await council.read<{ name: string }>(`/services/${service}`)).name, 'Hazel View')
})

test('what the form would refuse is refused, with every field that is wrong', async () => {
  const answer = await add({ service: idOf('rowan-house'), reference: ' ', ends: '2026-01-01', people: null })
  assert.equal(answer.status, 422)
  const fields = ((await answer.json()) as Problem).errors?.map(({ field }) => field)
  assert.deepEqual(fields?.toSorted(), ['ends', 'people', 'reference'])
})

test('two contracts of one reference are not added, however close they come', async () => {
  const sent = { ...terms(), service: idOf('rowan-house') }
  const answers = await Promise.all([1, 2, 3, 4].map(() => council.write('POST', '/contracts', sent)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 422, 422, 422])
})

test('facts are stated by their keys in the policy, and those not sent stay', async () => {
  const files = await readPackFiles('packs/bolton-2023')
  await plumbline.work(() => adoptPolicy('eastmarch', { files, sha256: hashOf(files) }))
  type Facts = { readonly items: readonly { readonly fact: string; readonly value: unknown }[] }
  const path = `/services/${idOf('rowan-house')}/stated-facts`
  const state = (facts: object) => council.write('PUT', path, { facts })
  assert.equal((await state({ peopleFunded: 52, lastMedicationAudit: '2024-06-01' })).status, 200)
  const stated = await state({ peopleFunded: 53, needLevel: 'high' })
  assert.equal(stated.status, 200, await stated.clone().text())
  const known = Object.fromEntries(
    (await council.read<Facts>(path)).items.map(({ fact, value }) => [fact, value]),
  )
  assert.equal(known.peopleFunded, 53)
  assert.equal(known.lastMedicationAudit, '2024-06-01')
  for (const [facts, field] of [
    [{ shoes: 1 }, 'facts.shoes'],
    [{ peopleFunded: 'many' }, 'facts.peopleFunded'],
    [{ needLevel: 'purple' }, 'facts.needLevel'],
  ] as const) {
    const wrong = await state(facts)
    assert.equal(wrong.status, 422)
    assert.deepEqual(
      ((await wrong.json()) as Problem).errors?.map((each) => each.field),
      [field],
    )
  }
})
