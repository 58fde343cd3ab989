/** What people state of a service: from the form to the score that reads it (B1.4, B2.10, X1, X3, X13). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { hashOf, readPackFiles } from '../../src/server/platform/packs.ts'
import { adoptPolicy } from '../../src/server/policy/commands.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp()
  const files = await readPackFiles('packs/bolton-2023')
  await plumbline.work(() => adoptPolicy('eastmarch', { files, sha256: hashOf(files) }))
})
after(() => plumbline.close())

const rowan = `/services/${idOf('rowan-house')}`
const address = `${rowan}/stated-facts`
const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()
const seenIn = (page: string): string => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? 'not there'

const typed = {
  peopleFunded: '52',
  annualValue: '',
  needLevel: 'high',
  'lastMedicationAudit-day': '1',
  'lastMedicationAudit-month': '6',
  'lastMedicationAudit-year': '2024',
}

test('what is stated is in the score at once, with who stated it; yesterday stays as it was', async () => {
  const person = await plumbline.signIn('contract-lead')
  assert.match(await textOf(person.get(rowan)), /What is stated for the rating[\s\S]*Not known/)
  const form = await textOf(person.get(address))
  const answer = await person.post(address, { ...typed, seen: seenIn(form) })
  assert.equal(answer.headers.get('location'), `${rowan}?done=facts-stated#stated-facts`)
  const page = await textOf(person.get(rowan))
  assert.match(page, /52 people[\s\S]*Stated on 21 November 2026 by Tobias Anand/)
  const why = await textOf(person.get(`${rowan}/why`))
  assert.match(why, /People funded: 52 people/)
  assert.match(why, /Last medication audit: 1 June 2024, more than 29 months before/)
  const yesterday = await textOf(person.get(`${rowan}?as-at=2026-11-20`))
  assert.doesNotMatch(yesterday, /52 people/)
  const history = await textOf(person.get(`/history${rowan.replace('services', 'service')}`))
  assert.match(history, /people funded: from nothing to 52/)
  assert.match(history, /last medication audit: from nothing to 1 June 2024/)
})

test('the value of the contracts in force is taken unless somebody states another (X13)', async () => {
  const person = await plumbline.signIn('contract-lead')
  const pence = await plumbline.read(() =>
    db()
      .selectFrom('contract_now')
      .where('service_id', '=', idOf('rowan-house'))
      .select('annual_value')
      .executeTakeFirstOrThrow(),
  )
  const pounds = new Intl.NumberFormat('en-GB').format(Number(pence.annual_value) / 100)
  assert.match(
    await textOf(person.get(`${rowan}/why`)),
    new RegExp(`Value of the contract a year: ${pounds} pounds, by the contracts in force`),
  )
  const seen = seenIn(await textOf(person.get(address)))
  await person.post(address, { ...typed, annualValue: '£100,000', seen })
  const why = await textOf(person.get(`${rowan}/why`))
  assert.match(why, /Value of the contract a year: 100,000 pounds\. Under 250,000 is Low risk/)
})

test('a form that fails comes back filled in, and nothing is saved', async () => {
  const person = await plumbline.signIn('commissioner')
  const seen = seenIn(await textOf(person.get(address)))
  const answer = await person.post(address, { ...typed, peopleFunded: 'fifty', needLevel: 'low', seen })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /People funded must be a whole number/)
  assert.match(page, /value="fifty"/)
  assert.match(page, /value="low"[^>]*checked/)
  assert.match(await textOf(person.get(rowan)), /52 people/)
})

test('of two people who state at once, the second is told what the first wrote', async () => {
  const [one, other] = [await plumbline.signIn('contract-lead'), await plumbline.signIn('commissioner')]
  const seen = seenIn(await textOf(one.get(address)))
  await one.post(address, { ...typed, peopleFunded: '53', seen })
  const answer = await other.post(address, { ...typed, peopleFunded: '54', seen })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /People funded was changed by someone else meanwhile to 53/)
  assert.match(page, /value="54"/)
  const again = await other.post(address, { ...typed, peopleFunded: '54', seen: seenIn(page) })
  assert.equal(again.status, 303)
  assert.match(await textOf(one.get(rowan)), /54 people/)
})

test('a role without the permission is refused, and sees no link', async () => {
  const person = await plumbline.signIn('quality-assessor')
  assert.equal((await person.get(address)).status, 403)
  assert.doesNotMatch(await textOf(person.get(rowan)), /Change what is stated/)
})
