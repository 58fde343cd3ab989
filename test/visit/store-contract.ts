import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '../../src/core/kit/days.ts'
import { isRefusal } from '../../src/visit/refusals.ts'
import type { HandoverStore } from '../../src/visit/store.ts'
import type { Answer, Packing, Visit } from '../../src/visit/visit.ts'
import { rowanHouse } from './rowan-house.ts'

const question = rowanHouse.questions[0]?.id ?? ''
const answerAt = (recordedAt: string, note: string): Answer => ({
  id: crypto.randomUUID(),
  questionId: question,
  grade: 'Good',
  note,
  recordedAt: instant(recordedAt),
})
const packingOf = (holder: string): Packing => ({
  holder,
  deviceId: crypto.randomUUID(),
  packedAt: instant('2026-11-23T08:00:00Z'),
})
const notes = (visit: Visit | null): readonly string[] | undefined => visit?.answers.map(({ note }) => note)

/** What every server's store must do. `fresh` returns a store, and a visit in it that nobody has touched. */
export const storeContract = (
  name: string,
  fresh: () => Promise<{ store: HandoverStore; id: string }>,
): void => {
  const says = (what: string, steps: (store: HandoverStore, id: string) => Promise<void>) =>
    test(`${name}: ${what}`, async () => {
      const { store, id } = await fresh()
      await steps(store, id)
    })

  says('a visit that is not there is null, and refuses', async (store) => {
    const nowhere = crypto.randomUUID()
    assert.equal(await store.loadVisit(nowhere), null)
    assert.equal(await store.loadVisit('not an id'), null)
    assert.equal((await store.recordAnswer(nowhere, answerAt('2026-11-23T09:00:00Z', 'a')))?.status, 404)
  })

  says('an answer that comes twice is there once, as it first came', async (store, id) => {
    const answer = answerAt('2026-11-23T09:00:00Z', 'first')
    assert.equal(await store.recordAnswer(id, answer), null)
    assert.equal(await store.recordAnswer(id, { ...answer, note: 'changed' }), null)
    assert.deepEqual((await store.loadVisit(id))?.answers, [answer])
  })

  says(
    'answers keep the order in which they came, whatever the clock of a device says',
    async (store, id) => {
      const packing = packingOf('Ann')
      await store.recordAnswer(id, answerAt('2026-11-23T09:00:00Z', 'on the server'))
      await store.pack(id, packing)
      const late = ['1999-01-01T00:00:00Z', '2031-01-01T00:00:00Z', '2026-11-23T10:00:00Z']
      await store.handBack(
        id,
        packing.deviceId,
        late.map((at) => answerAt(at, at)),
      )
      assert.deepEqual(notes(await store.loadVisit(id)), ['on the server', ...late])
    },
  )

  says('a packed visit refuses answers and other devices, and says who has it', async (store, id) => {
    const packing = packingOf('Ann')
    assert.equal(await store.pack(id, packing), null)
    const refused = await store.recordAnswer(id, answerAt('2026-11-23T09:00:00Z', 'a'))
    assert.equal(refused?.status, 409)
    assert.match(refused?.says ?? '', /^Ann has had this visit on a device since 08:00 on 23 November 2026/)
    assert.equal((await store.pack(id, packingOf('Ben')))?.status, 409)
    const other = await store.handBack(id, crypto.randomUUID(), [])
    assert.equal(isRefusal(other) && other.status, 409)
    assert.deepEqual((await store.loadVisit(id))?.heldBy, packing)
  })

  says('the same device may pack again, and holds it since the first time', async (store, id) => {
    const packing = packingOf('Ann')
    await store.pack(id, packing)
    assert.equal(await store.pack(id, { ...packing, packedAt: instant('2026-11-23T11:00:00Z') }), null)
    assert.deepEqual((await store.loadVisit(id))?.heldBy, packing)
  })

  says('a hand back sent again, with more, adds only what is new', async (store, id) => {
    const packing = packingOf('Ann')
    const [first, second] = [
      answerAt('2026-11-23T09:00:00Z', 'first'),
      answerAt('2026-11-23T09:05:00Z', 'second'),
    ]
    await store.pack(id, packing)
    assert.deepEqual(await store.handBack(id, packing.deviceId, [first]), { received: [first.id] })
    const both = await store.handBack(id, packing.deviceId, [first, second])
    assert.deepEqual(both, { received: [first.id, second.id] })
    const visit = await store.loadVisit(id)
    assert.deepEqual(visit?.answers, [first, second])
    assert.equal(visit?.heldBy, null)
  })
}
