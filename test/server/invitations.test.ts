/** Who may invite whom, and what becomes of it: council, provider and agency, by the door (W2.10, X7, X9, X12, X14). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { providerOfService } from '../../src/server/membership/queries/provider-of-service.ts'
import { invite } from '../../src/server/people/commands/invite.ts'
import { membershipsOf } from '../../src/server/people/queries/memberships.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { council, goodPassword, isIn, linkIn, mailTo, provider } from '../support/accounts.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import { addSecondCouncil, asFarhaven, far, farhaven } from '../support/second-council.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
  await addSecondCouncil(plumbline)
})
after(() => plumbline.close())

const rowan = idOf('rowan-house')
const sallow = idOf('sallow-court')
const forService = (service: string) => `/people/invite?service=${service}`
const pageOf = async (person: Person, path: string): Promise<string> => (await person.get(path)).text()

/** Opens the link of the latest mail to an address, and chooses a password. */
const accept = async (email: string): Promise<Person> => {
  const browser = plumbline.anyone()
  await browser.post(linkIn((await mailTo(plumbline, email))[0]?.body), { password: goodPassword })
  return browser
}

const rowsOf = (email: string) =>
  plumbline.read(async () => {
    const held = await db()
      .selectFrom('provider_membership')
      .innerJoin('person', 'person.id', 'person_id')
      .where('person.name', '=', email)
      .select(['role', 'service_id'])
      .execute()
    return held
  })

test('a registered manager invites a deputy for their service, who sees it and nothing else (X12)', async () => {
  const manager = await plumbline.signIn('registered-manager')
  assert.match(await pageOf(manager, forService(rowan)), /Rowan House/)
  const form = { service: rowan, role: 'contributor', name: 'Deputy One', email: 'one@larkfield.example' }
  const wrong = await manager.post('/people/invite', { ...form, email: 'nonsense' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="Deputy One"/)
  const sent = await manager.post('/people/invite', form)
  assert.equal(sent.headers.get('location'), `/services/${rowan}/people?done=deputy-invited`)
  assert.match(await pageOf(manager, `/services/${rowan}/people`), /Deputy One/)
  const deputy = await accept(form.email)
  const services = await pageOf(deputy, '/services')
  assert.match(services, /Rowan House/)
  assert.doesNotMatch(services, /Sallow Court|Thornhay/)
  assert.equal((await deputy.get(forService(rowan))).status, 403)
})

test('an invitation sent twice gives one membership, and a link that works', async () => {
  const manager = await plumbline.signIn('registered-manager')
  const form = { service: rowan, role: 'contributor', name: 'Deputy Twice', email: 'twice@larkfield.example' }
  for (const _ of [1, 2]) {
    assert.equal((await manager.post('/people/invite', form)).status, 303)
    plumbline.clock.advance(1000)
  }
  assert.deepEqual(await rowsOf('Deputy Twice'), [{ role: 'contributor', service_id: rowan }])
  assert.ok(await isIn(await accept(form.email)))
})

test('nobody of a provider invites for a service of another, as a manager, or into the council', async () => {
  const manager = await plumbline.signIn('registered-manager')
  const form = { name: 'Nobody', email: 'nobody@larkfield.example', role: 'contributor' }
  for (const service of [sallow, idOf('thornhay-lodge'), far.service]) {
    assert.equal((await manager.get(forService(service))).status, 404)
    assert.equal((await manager.post('/people/invite', { ...form, service })).status, 404)
  }
  assert.equal((await manager.get(forService('nonsense'))).status, 404)
  for (const role of ['registered-manager', 'administrator', 'group-lead'])
    assert.equal((await manager.post('/people/invite', { ...form, service: rowan, role })).status, 422, role)
  const general = await manager.post('/people/invite', { ...form, role: 'administrator' })
  assert.equal(general.headers.get('location'), '/our-services')
  const person = await plumbline.read(() =>
    db().selectFrom('person').where('name', '=', form.name).select('id').executeTakeFirst(),
  )
  assert.equal(person, undefined)
})

test('below the pages: a manager’s own rights write no membership elsewhere and no role of a council', async () => {
  const rights = {
    kind: 'person',
    id: idOf('perpetua'),
    authorities: ['eastmarch'],
    services: [rowan],
  } as const
  const eastmarch = { id: 'eastmarch', name: 'Eastmarch Council' }
  const given = { name: 'Sly', email: 'sly@larkfield.example', roles: [], access: [] }
  const elsewhere = {
    side: 'provider',
    role: 'contributor',
    of: { group: idOf('none') },
    service: sallow,
  } as const
  for (const invited of [
    { ...given, access: [elsewhere] },
    { ...given, access: [{ side: 'partner', agency: 'Any' }] as const },
    { ...given, roles: ['administrator'] as const },
  ])
    await assert.rejects(
      plumbline.work(() => invite(eastmarch, invited), rights),
      /row-level security/,
    )
})

test('the council invites the lead of a provider, and a person of an agency', async () => {
  const head = await plumbline.signIn('administrator')
  const lead = { name: 'Lead', email: 'lead@larkfield.example', role: 'group-lead', employer: 'Nobody Ltd' }
  assert.match(
    await (await head.post('/people/invite', lead)).text(),
    /Enter the name of the provider or group/,
  )
  const right = { ...lead, employer: 'larkfield care (invented)' }
  assert.equal((await head.post('/people/invite', right)).status, 303)
  assert.match(await pageOf(await accept(lead.email), '/our-services'), /Rowan House[\s\S]*Sallow Court/)
  const partner = { name: 'Icy', email: 'icy@icb.example', role: 'partner-member', agency: '' }
  assert.match(await (await head.post('/people/invite', partner)).text(), /Enter the name of the agency/)
  const sent = await head.post('/people/invite', { ...partner, agency: 'Eastmarch ICB' })
  assert.equal(sent.status, 303)
  const visitor = await accept(partner.email)
  assert.equal((await visitor.get('/policy')).status, 200)
  assert.equal((await visitor.get('/services')).status, 403)
  const list = await pageOf(head, '/people')
  assert.match(list, /People of providers and agencies[\s\S]*Icy[\s\S]*Partner agency member, Eastmarch ICB/)
  assert.match(list, /Group lead, Larkfield Care/)
})

test('contract staff invite people of a service, and no others', async () => {
  const staff = await plumbline.signIn('contract-lead')
  const form = { name: 'New Manager', email: 'new@larkfield.example', services: 'Rowan House' }
  const page = await pageOf(staff, '/people/invite')
  assert.match(page, /Registered manager/)
  assert.doesNotMatch(page, /Administrator|Group lead/)
  assert.equal((await staff.post('/people/invite', { ...form, role: 'administrator' })).status, 422)
  const sent = await staff.post('/people/invite', { ...form, role: 'registered-manager' })
  assert.equal(sent.headers.get('location'), '/administration?done=person-invited')
})

/** Invites somebody for the service of the second council, as its own staff would. */
const invitedByFarhaven = (name: string, email: string) =>
  plumbline.work(async () => {
    const { provider: of } = await providerOfService(far.service)
    const access = {
      side: 'provider',
      role: 'contributor',
      of: { provider: of },
      service: far.service,
    } as const
    return invite(farhaven, { name, email, roles: [], access: [access] })
  }, asFarhaven)

test('one account for two councils: the services of both at once, and no second account (X7)', async () => {
  const { id, browser } = await provider(plumbline, 'both@larkfield.example', rowan)
  const added = await invitedByFarhaven('Somebody Else', 'BOTH@larkfield.example')
  assert.deepEqual(added, { person: id, link: null })
  assert.match(await pageOf(browser, '/our-services'), /Rowan House[\s\S]*Zephyrine House/)
  const head = await plumbline.signIn('administrator')
  assert.equal((await head.post(`/people/${id}/password-link`, {})).status, 409)
})

test('a link of a person whom two councils invite is nobody’s to read, also where a manager invites', async () => {
  const email = 'pending@larkfield.example'
  await invitedByFarhaven('Pen', email)
  const manager = await plumbline.signIn('registered-manager')
  await manager.post('/people/invite', { service: rowan, role: 'contributor', name: 'Pen', email })
  const mail = await mailTo(plumbline, email)
  assert.deepEqual(mail.map(({ authority_id }) => authority_id).toSorted(), ['farhaven', null])
})

test('removing a person ends roles, access and sessions here; being invited again brings them back', async () => {
  const { id, email, browser } = await provider(plumbline, 'gone@larkfield.example', rowan)
  const head = await plumbline.signIn('administrator')
  assert.match(await pageOf(head, `/people/${id}`), /Registered manager, <a[^>]*>Rowan House/)
  const removed = await head.post(`/people/${id}/remove`, {})
  assert.equal(removed.headers.get('location'), '/people?done=person-removed')
  assert.equal(await isIn(browser), false)
  assert.deepEqual(await plumbline.read(() => membershipsOf(id)), [])
  assert.equal((await head.get(`/people/${id}`)).status, 404)
  assert.equal((await browser.post('/sign-in/password', { email, password: goodPassword })).status, 422)
  const again = { name: 'Gone', email, role: 'contributor', services: 'Rowan House' }
  assert.equal(
    (await head.post('/people/invite', again)).headers.get('location'),
    `/people/${id}?done=person-invited`,
  )
  assert.equal((await browser.post('/sign-in/password', { email, password: goodPassword })).status, 303)
})

test('one access ends from the page of the person, and another council’s is not there', async () => {
  const { id } = await provider(plumbline, 'ends@larkfield.example', rowan)
  const head = await plumbline.signIn('administrator')
  const page = await pageOf(head, `/people/${id}`)
  const action = new RegExp(`/people/${id}/access/[\\w-]+/end`).exec(page)?.[0] ?? ''
  assert.equal((await head.post(`/people/${far.manager}/access/${far.membership}/end`, {})).status, 404)
  assert.equal((await head.post(action, {})).headers.get('location'), '/people?done=access-ended')
  assert.deepEqual(await plumbline.read(() => membershipsOf(id)), [])
})

test('a person of a council and a provider switches, and needs the second step for the council alone', async () => {
  const account = await council(plumbline, 'sides@eastmarch.example')
  const head = await plumbline.signIn('administrator')
  const access = { name: 'x', email: account.email, role: 'contributor', services: 'Rowan House' }
  assert.equal((await head.post('/people/invite', access)).status, 303)
  const { browser } = account
  assert.match(await pageOf(browser, '/account'), /Your provider: contributor with Eastmarch Council/)
  const there = await browser.post('/acting-for', { side: 'outside' })
  assert.equal(there.headers.get('location'), '/our-services?done=side-chosen')
  assert.equal((await browser.get('/contracts')).status, 403)
  assert.equal((await browser.post('/acting-for', { side: 'eastmarch' })).status, 303)
  assert.equal((await browser.get('/contracts')).status, 200)
})

test('Administration shows each link only to whoever may go there', async () => {
  const head = await pageOf(await plumbline.signIn('administrator'), '/administration')
  for (const href of [
    '/people',
    '/people/invite',
    '/outbox',
    '/roles',
    '/contracts/import',
    '/register/imports',
  ])
    assert.ok(head.includes(`href="${href}"`), href)
  const staff = await pageOf(await plumbline.signIn('commissioner'), '/administration')
  assert.doesNotMatch(staff, /href="\/people"|href="\/outbox"|href="\/register\/imports"/)
  assert.match(staff, /href="\/people\/invite"/)
})
