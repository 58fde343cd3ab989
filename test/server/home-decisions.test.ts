/** A session that is open stands on the home page of those who decide there, and of nobody else (W3.4, W3.25). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { parseHTML } from 'linkedom'
import { allows, rolesOfSide } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import { chooses, openSession, textOf } from '../support/sessions.ts'

let plumbline: TestApp
let lead: Person
let manager: Person
before(async () => {
  plumbline = await testApp()
  lead = await plumbline.signIn('operational-lead')
  manager = await plumbline.signIn('quality-improvement-manager')
})
after(() => plumbline.close())

const homeOf = async (person: Person) => {
  const { document } = parseHTML(await textOf(person.get('/')))
  const textIn = (label: string) =>
    (document.querySelector(`ol[aria-label="${label}"]`)?.textContent ?? '').replace(/\s+/g, ' ')
  return {
    text: (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' '),
    work: textIn('Your work'),
    waiting: textIn('Waiting for others'),
    yours: document.querySelector(`ol[aria-label="Your work"] a[href="${openSession}?show=yours"]`) !== null,
  }
}

/** A service that nobody chose for at the open session yet. */
const untouched = () =>
  plumbline.read(async () => {
    const { rows } = await sql<{ id: string; name: string; proposed: string }>`
      select service.id, service.name, proposal.band as proposed
      from service_now service join rating_proposal_now proposal on proposal.service_id = service.id
      where service.authority_id = 'eastmarch' and service.commissioned and proposal.band is not null
        and not exists (select from rating_choice choice where choice.service_id = service.id
          and choice.session_id = ${idOf('session eastmarch open')})
      order by service.name limit 1`.execute(db())
    const [row] = rows
    assert.ok(row)
    return row
  })

const undecided = ({ text }: { readonly text: string }): number =>
  Number(/(\d+) of \d+ services still to be decided/.exec(text)?.[1])

/** How many services a part of a session's page has, by its chip. */
const countOf = async (person: Person, show: string): Promise<number> => {
  const { document } = parseHTML(await textOf(person.get(`${openSession}?show=yours`)))
  const chip = document.querySelector(`a[href="${openSession}?show=${show}"]`)
  return Number(/\d+/.exec(chip?.textContent ?? '')?.[0])
}

test('those who decide see which session is open and how far it is, by the numbers of its own page', async () => {
  const home = await homeOf(manager)
  assert.match(home.text, /Ratings are being decided Weekly decision[^.]*\. Ottilie Brandt opened it on /)
  assert.equal(undecided(home), await countOf(manager, 'to-do'))
  const [, mine] = /(\d+) ratings? waits? for your decision/.exec(home.work) ?? []
  assert.equal(Number(mine), await countOf(manager, 'yours'))
})

test('it is said who opened a session', async () => {
  const reason = 'A death at Thornhay Lodge'
  await lead.post('/decisions/open', { id: randomUUID(), meeting: 'extraordinary-meeting', reason })
  assert.match(
    (await homeOf(manager)).text,
    /Extraordinary meeting, 21 November 2026\. Ottilie Brandt opened it on 21 November 2026\./,
  )
})

test('what one chose waits for others on their page, and for a decision on the page of the one who has to agree', async () => {
  const { id, name, proposed } = await untouched()
  const [before, beforeLead] = [await homeOf(manager), await homeOf(lead)]
  assert.doesNotMatch(before.work + beforeLead.waiting, new RegExp(name))
  await chooses(lead, id, proposed)
  const [asked, asking] = [await homeOf(manager), await homeOf(lead)]
  assert.match(asked.work, /ratings? waits? for your decision/)
  assert.ok(asked.yours)
  assert.match(asking.waiting, /ratings? waits? for the other who decides/)
  assert.equal(undecided(asked), undecided(before), 'one choice decides nothing')
  await chooses(manager, id, proposed)
  assert.equal(undecided(await homeOf(manager)), undecided(before) - 1)
})

test('whoever does not decide sees nothing of it', async () => {
  for (const role of rolesOfSide('council').filter(
    (each) => allows([each], 'work.see') && !allows([each], 'decisions.decide'),
  )) {
    const { text } = await homeOf(await plumbline.signIn(role))
    assert.match(text, /Your work/, role)
    assert.doesNotMatch(text, /Ratings are being decided|for your decision|other who decides/, role)
  }
})
