/** Lists come in pages, and CQC's register changes while they are read. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { instant } from '../../../src/core/kit/days.ts'
import { all, locations } from '../oldham.ts'
import { asking, failsWith } from './asking.ts'
import { pageOf, sendJson, startCqc, type Trouble } from './cqc-server.ts'
import { status } from './troubles.ts'

const cqc = await startCqc()
after(cqc.close)
beforeEach(() => {
  cqc.calm()
  cqc.changed.length = 0
})

const oldham = [...locations.keys()]
const listed = oldham.map((locationId) => ({ locationId, locationName: 'A' }))
const ids = async (from = asking(cqc)): Promise<string[]> =>
  (await all(from.client.locationsOf('Oldham'))).map(({ id }) => id)
const sorted = (some: readonly string[]): string[] => some.toSorted()

/** The right page of another list. */
const page =
  (list: readonly unknown[], total = list.length, name = 'locations'): Trouble =>
  (response, asked) =>
    sendJson(response, pageOf(list, name, asked, total))

test('a list of several pages gives each location of the authority once, in order', async () => {
  assert.deepEqual(await ids(), oldham)
  assert.equal(cqc.asked.length, 5)
  assert.equal(cqc.asked[0]?.url.searchParams.get('localAuthority'), 'Oldham')
  assert.deepEqual(await all(asking(cqc).client.locationsOf('Nowhere & Co')), [])
})

test('an empty last page ends the list', async () => {
  // CQC says that there is a sixth page; it is empty, and says that there is another.
  cqc.always(/[?&]page=[56]/, (response, asked) =>
    sendJson(response, { ...pageOf(listed, 'locations', asked), nextPageUri: '/locations?page=99' }),
  )
  const from = asking(cqc)
  assert.deepEqual(await ids(from), oldham)
  assert.deepEqual([cqc.asked.length, from.said], [6, []])
})

test('a page that is gone by the time it is asked for ends the list too', async () => {
  cqc.once(/[?&]page=5/, status(404))
  assert.deepEqual(sorted(await ids()), sorted(oldham), 'and the list is read again, for it came up short')
})

test('a page that comes twice hides another: the list is read again', async () => {
  cqc.once(/[?&]page=3/, (response, asked) => {
    asked.url.searchParams.set('page', '2')
    page(listed)(response, asked)
  })
  assert.deepEqual(sorted(await ids()), sorted(oldham))
  assert.equal(cqc.asked.length, 10)
})

test('a location that leaves the list moves another over the edge of a page: it is found all the same', async () => {
  const shorter = listed.slice(1)
  cqc.once(/[?&]page=1/, page(listed))
  cqc.always(/./, page(shorter))
  assert.deepEqual(sorted(await ids()), sorted(oldham))
})

test('a location that comes in meanwhile is found, and none is given twice', async () => {
  const longer = [{ locationId: 'RM1', locationName: 'New' }, ...listed]
  cqc.once(/[?&]page=1/, page(listed))
  cqc.always(/./, page(longer))
  assert.deepEqual(sorted(await ids()), sorted([...oldham, 'RM1']))
})

test('a list that never holds still ends, and says so', async () => {
  let total = 451
  cqc.always(/./, (response, asked) => {
    total += 1
    page(listed, total)(response, asked)
  })
  const from = asking(cqc)
  assert.deepEqual(sorted(await ids(from)), sorted(oldham))
  assert.match(from.said.join(), /changed each time it was read; 451 entries/)
})

test('a list that never ends is a fault', async () => {
  cqc.always(/./, (response) =>
    sendJson(response, { total: 1, totalPages: 1, nextPageUri: '/locations?page=2', locations: [listed[0]] }),
  )
  await assert.rejects(ids(), failsWith('cqc-refused', /goes on after 1000 pages/))
})

test('the address of the next page is not followed: the key would go there', async () => {
  const elsewhere = await startCqc()
  cqc.always(/[?&]page=1/, (response, asked) => {
    const nextPageUri = `${elsewhere.address}/locations?page=2`
    sendJson(response, { ...pageOf(listed, 'locations', asked), nextPageUri })
  })
  assert.deepEqual(await ids(), oldham)
  assert.equal(elsewhere.asked.length, 0)
  await elsewhere.close()
})

test('an entry that cannot be read is said and left out; a page that is none is a fault', async () => {
  cqc.always(/./, page([{ name: 'Nameless' }, ...listed.slice(0, 3)]))
  const from = asking(cqc)
  assert.deepEqual(await ids(from), oldham.slice(0, 3))
  assert.match(from.said.join(), /an entry was left out: locationId: /)
  for (const nothing of [
    { message: 'hello' },
    [],
    null,
    { total: 3, page: 1 },
    { total: 1, locations: 'x' },
  ]) {
    cqc.calm()
    cqc.once(/./, (response) => sendJson(response, nothing))
    await assert.rejects(ids(), failsWith('cqc-refused', /page 1 of locations/))
  }
  for (const code of [400, 404]) {
    cqc.calm()
    cqc.once(/./, status(code))
    await assert.rejects(
      ids(),
      failsWith('cqc-refused', new RegExp(`page 1 of locations: it answered ${code}`)),
    )
  }
})

const [from, to] = [instant('2026-11-20T09:00:00.123Z'), instant('2026-11-21T09:00:00.987Z')]

test('changes come each once, however often the feed names them, for moments as CQC writes them', async () => {
  cqc.changed.push('1-1', '1-2', '1-1', 'RM317', '1-2')
  assert.deepEqual(await all(asking(cqc).client.changes('location', from, to)), ['1-1', '1-2', 'RM317'])
  const [asked] = cqc.asked
  assert.equal(asked?.path, '/changes/location')
  assert.equal(asked?.url.searchParams.get('startTimestamp'), '2026-11-20T09:00:00Z')
  assert.equal(asked?.url.searchParams.get('endTimestamp'), '2026-11-21T09:00:00Z')
  assert.equal(cqc.asked.length, 1)
})

test('changes of several pages, and none at all, where the list is left out', async () => {
  cqc.changed.push(...oldham)
  assert.deepEqual(await all(asking(cqc).client.changes('provider', from, to)), oldham)
  cqc.once(/./, (response) => sendJson(response, { total: 0, page: 1, perPage: 1000, totalPages: 0 }))
  assert.deepEqual(await all(asking(cqc).client.changes('location', from, to)), [])
})
