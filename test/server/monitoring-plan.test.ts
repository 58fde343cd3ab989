/** The monitoring plan follows from the decided colour and the contract, and says why (W3.6, W3.24, B2.10, X1). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { dayOf } from '../../src/core/kit/days.ts'
import { openSession } from '../../src/server/decisions/commands/open-session.ts'
import { letTakeEffect } from '../../src/server/decisions/commands/take-effect.ts'
import { eastmarch } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const rowan = idOf('rowan-house')

const decide = (band: string, service = rowan): Promise<void> =>
  plumbline.work(async () => {
    const [session, on] = [randomUUID(), dayOf(plumbline.clock.now)]
    await openSession({
      id: session,
      authority: eastmarch.id,
      meeting: 'weekly-decision',
      heldOn: on,
      reason: null,
    })
    await letTakeEffect({ authority: eastmarch.id, session, on }, [
      { service, band, proposed: null, proposal: null, note: null, deciders: [] },
    ])
  })

const planOf = (service = rowan) =>
  plumbline.read(() =>
    db()
      .selectFrom('activity_now')
      .where('service_id', '=', service)
      .where('state', 'in', ['due', 'arranged'])
      .select(['id', 'activity', 'state', 'due', 'version'])
      .orderBy('activity')
      .execute(),
  )

test('every service under contract has a plan, with each activity once', async () => {
  const rows = await planOf()
  assert.ok(rows.length >= 3)
  assert.equal(new Set(rows.map(({ activity }) => activity)).size, rows.length)
})

test('a decision moves the plan at once, and the page says what moved and why', async () => {
  await decide('green')
  const before = await planOf()
  await decide('red')
  const after = await planOf()
  assert.deepEqual(
    after.map(({ activity }) => activity),
    before.map(({ activity }) => activity),
  )
  const assessment = after.find(({ activity }) => activity === 'pamms-assessment')
  assert.ok(assessment)
  assert.ok(String(assessment.due) <= '2027-02-22', 'within 3 months of the decision')
  const lead = await plumbline.signIn('contract-lead')
  const page = await (await lead.get(`/services/${rowan}/plan`)).text()
  assert.match(page, /What changed with the decision of 2\d November 2026/)
  assert.match(page, /Moved earlier, from [^<]* because the rating was decided, from Green to Red/)
  assert.match(page, /Red: “Within 3 months”/)
  assert.match(page, /first paragraph 3\.4/)
})

test('to decide the same again changes nothing', async () => {
  const before = await planOf()
  await decide('red')
  assert.deepEqual(await planOf(), before)
})
