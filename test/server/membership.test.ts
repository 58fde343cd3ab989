/** What a provider's people see: their services of now, in all councils at once; deputies and handing over (X7, X12, X14). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { addContract, stopContract } from '../../src/server/contracts/commands/contracts.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { giveMembership } from '../../src/server/membership/commands/give.ts'
import { providerOfService } from '../../src/server/membership/queries/provider-of-service.ts'
import { addPerson } from '../../src/server/people/commands.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import {
  addProviderPerson,
  addSecondCouncil,
  asFarhaven,
  contractOf,
  far,
  farhaven,
} from '../support/second-council.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
  await addSecondCouncil(plumbline)
})
after(() => plumbline.close())

const rowan = idOf('rowan-house')
const people = `/services/${rowan}/people`

const signInAs = async (key: string): Promise<Person> => {
  const person = plumbline.anyone()
  await person.post('/sign-in', { person: idOf(key), 'return-to': '/' })
  return person
}

const pageOf = async (person: Person, path: string): Promise<string> => (await person.get(path)).text()

test('a group lead sees every service of the provider, and of no other', async () => {
  const page = await pageOf(await plumbline.signIn('group-lead'), '/our-services')
  assert.match(page, /Rowan House/)
  assert.match(page, /Sallow Court/)
  assert.match(page, /Perpetua Quill/)
  assert.doesNotMatch(page, /Thornhay|Maple Tree/)
})

test('one account shows the services of several councils at once, each under its council (X7)', async () => {
  await plumbline.work(async () => {
    const { provider } = await providerOfService(far.service)
    await giveMembership({
      id: idOf('perpetua in farhaven'),
      authority: farhaven.id,
      person: idOf('perpetua'),
      role: 'contributor',
      of: { provider },
      service: far.service,
    })
  }, asFarhaven)
  const manager = await signInAs('perpetua')
  const page = await pageOf(manager, '/our-services')
  assert.match(page, /Eastmarch Council[\s\S]*Rowan House[\s\S]*Farhaven Council[\s\S]*Zephyrine House/)
  assert.doesNotMatch(page, /Sallow Court/)
  // A registered manager there is a contributor here, and lets nobody in.
  assert.match(await pageOf(manager, people), /Let somebody in/)
  const elsewhere = `/services/${far.service}/people`
  assert.doesNotMatch(await pageOf(manager, elsewhere), /Let somebody in|End access/)
  const refused = await manager.post(elsewhere, { id: idOf('a'), person: far.manager, role: 'contributor' })
  assert.equal(refused.status, 409)
  const ended = await manager.post(`${elsewhere}/${far.membership}/end`, {})
  assert.equal(ended.status, 409)
})

test('a service that moves to another provider leaves with its records, and comes back with them', async () => {
  await plumbline.work(() =>
    addProviderPerson({
      key: 'thornhay manager',
      name: 'Ida Thorne',
      authority: 'eastmarch',
      service: idOf('thornhay-lodge'),
      role: 'registered-manager',
    }),
  )
  const before = await signInAs('thornhay manager')
  assert.match(await pageOf(before, '/our-services'), /Thornhay Lodge/)
  const moved = contractOf({
    key: 'thornhay moves',
    authority: 'eastmarch',
    service: idOf('thornhay-lodge'),
    provider: 'Larkfield Care (invented)',
    starts: '2026-11-20',
  })
  await plumbline.work(() => addContract(moved))
  assert.doesNotMatch(await pageOf(before, '/our-services'), /Thornhay Lodge/)
  assert.equal((await before.get(`/services/${idOf('thornhay-lodge')}`)).status, 404)
  const lead = await plumbline.signIn('group-lead')
  assert.match(await pageOf(lead, '/our-services'), /Thornhay Lodge/)
  await plumbline.work(() =>
    stopContract(moved.id, 1, {
      how: 'ended',
      on: day('2026-11-20'),
      notice: null,
      reasons: ['replaced'],
      note: null,
    }),
  )
  assert.match(await pageOf(before, '/our-services'), /Thornhay Lodge/)
  assert.doesNotMatch(await pageOf(lead, '/our-services'), /Thornhay Lodge/)
})

test('a group lead lets somebody in, once however often the form is sent, and ends it again', async () => {
  const lead = await plumbline.signIn('group-lead')
  const sallow = `/services/${idOf('sallow-court')}/people`
  const form = { id: idOf('given once'), person: idOf('dilys'), role: 'registered-manager' }
  const wrong = await lead.post(sallow, { ...form, role: 'group-lead' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Select as what they are let in/)
  assert.equal((await lead.post(sallow, form)).status, 303)
  const again = await lead.post(sallow, { ...form })
  assert.ok([303, 422].includes(again.status))
  const deputy = await signInAs('dilys')
  assert.match(await pageOf(deputy, '/our-services'), /Rowan House[\s\S]*Sallow Court/)
  assert.equal((await lead.post(`${sallow}/${form.id}/end`, {})).status, 303)
  assert.doesNotMatch(await pageOf(deputy, '/our-services'), /Sallow Court/)
})

test('a form of handing over that is not filled in comes back with what to mend', async () => {
  const manager = await signInAs('perpetua')
  const answer = await manager.post(`/services/${rowan}/hand-over`, {
    id: idOf('handing over'),
    keep: 'yes',
    'until-day': '31',
    'until-month': '2',
    'until-year': '2027',
  })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /Select who is the next registered manager/)
  assert.match(page, /Enter the last day of your access/)
  assert.match(page, /value="31"/)
})

test('a registered manager hands over, keeps access until a day, and nothing is lost', async () => {
  const manager = await signInAs('perpetua')
  const deputy = await signInAs('dilys')
  assert.equal((await deputy.get(`/services/${rowan}/hand-over`)).status, 403)
  const handed = await manager.post(`/services/${rowan}/hand-over`, {
    id: idOf('handing over'),
    successor: idOf('dilys'),
    keep: 'yes',
    'until-day': '23',
    'until-month': '11',
    'until-year': '2026',
  })
  assert.equal(handed.status, 303)
  const page = await pageOf(deputy, people)
  assert.match(page, /Perpetua Quill[\s\S]*until 23 November 2026/)
  assert.match(page, /Hand the service over/)
  assert.match(await pageOf(manager, `/services/${rowan}`), /Rowan House/)
  plumbline.clock.advance(3 * 24 * 60 * 60 * 1000)
  assert.equal((await (await signInAs('perpetua')).get(`/services/${rowan}`)).status, 404)
  assert.match(await pageOf(await signInAs('dilys'), `/services/${rowan}`), /CQC’s ratings over time/)
})

test('whoever has a role in two places acts for one of them at a time', async () => {
  await plumbline.work(
    () =>
      addPerson({
        id: idOf('both'),
        name: 'Bo Thwaite',
        invented: true,
        authority: farhaven.id,
        role: 'contract-lead',
      }),
    asFarhaven,
  )
  await plumbline.work(async () => {
    const { provider } = await providerOfService(idOf('sallow-court'))
    await giveMembership({
      id: idOf('both membership'),
      authority: 'eastmarch',
      person: idOf('both'),
      role: 'registered-manager',
      of: { provider },
      service: idOf('sallow-court'),
    })
  })
  const both = await signInAs('both')
  const choose = await pageOf(both, '/acting-for')
  assert.match(choose, /Farhaven Council[\s\S]*Your provider/)
  assert.equal((await both.post('/acting-for', { side: farhaven.id })).status, 303)
  const council = await pageOf(both, '/services')
  assert.match(council, /Zephyrine House/)
  assert.doesNotMatch(council, /Sallow Court/)
  assert.equal((await both.post('/acting-for', { side: 'eastmarch' })).status, 422)
  assert.equal((await both.post('/acting-for', { side: 'outside' })).status, 303)
  const provider = await pageOf(both, '/services')
  assert.match(provider, /Sallow Court/)
  assert.doesNotMatch(provider, /Zephyrine/)
  assert.equal((await both.get('/contracts')).status, 403)
})

test('a partner agency sees no case row before something is shared with it (W2.10)', async () => {
  const partner = await plumbline.signIn('partner-member')
  assert.equal((await partner.get('/policy')).status, 200)
  assert.equal((await partner.get('/services')).status, 403)
})
