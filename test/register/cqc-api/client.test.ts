/** What the client gives for each id, and how it is let in. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { cqcClient } from '../../../src/server/register/cqc-api/client.ts'
import { location, locations, providers } from '../oldham.ts'
import { asking, failsWith } from './asking.ts'
import { key, sendJson, startCqc } from './cqc-server.ts'
import { status } from './troubles.ts'

const cqc = await startCqc()
after(cqc.close)
beforeEach(cqc.calm)

const known = '1-10024040008'

test('every real location and provider arrives as a file of them gives it', async () => {
  const { client, said, waits } = asking(cqc)
  const found = await Promise.all([...locations.keys()].map((id) => client.location(id)))
  assert.deepEqual(
    found,
    [...locations.values()].map((value) => ({ ok: true, value })),
  )
  for (const [id, value] of providers) assert.deepEqual(await client.provider(id), { ok: true, value })
  assert.deepEqual([said, waits], [[], []])
})

test('each call carries the key and says who asks', async () => {
  await asking(cqc).client.location(known)
  const headers = cqc.asked[0]?.headers
  assert.equal(headers?.['ocp-apim-subscription-key'], key)
  assert.equal(headers?.['user-agent'], 'Plumbline/test')
})

test('calls begin no faster than the setting allows, and politely without one', async () => {
  for (const [pace, apart] of [
    [{}, 100],
    [{ callsAMinute: 60 }, 1000],
  ] as const) {
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    const { address } = cqc
    const client = cqcClient({ address, key, userAgent: 'Plumbline/test', say: () => {}, wait, ...pace })
    await client.location(known)
    await client.location(known)
    assert.deepEqual(waits, [apart, apart])
  }
})

test('an id that CQC does not know is gone; one that it will not have is refused, with the reason', async () => {
  const { client } = asking(cqc)
  assert.equal(await client.location('1-999'), 'gone')
  assert.equal(await client.provider('1-999'), 'gone')
  assert.deepEqual(await client.location('rm317'), { ok: false, reason: 'it answered 400' })
  assert.equal(cqc.asked.length, 3, 'none was asked for again')
})

test('what is no id never leaves', async () => {
  for (const id of ['', '..', '1-1/../../secrets', '1-1?x=y', '1-1 ', 'é'])
    assert.deepEqual(await asking(cqc).client.location(id), { ok: false, reason: 'this is no id of CQC’s' })
  assert.equal(cqc.asked.length, 0)
})

test('a record that cannot be read is refused with the reason, without what stands in it', async () => {
  const { client } = asking(cqc)
  const raw = cqc.locations.get(known)
  cqc.once(/./, (response) => sendJson(response, { ...raw, providerId: undefined }))
  assert.deepEqual(await client.location(known), {
    ok: false,
    reason: 'providerId: expected an id of CQC, such as 1-123456789 or RM317',
  })
  cqc.once(/./, (response) => sendJson(response, null))
  const found = await client.location(known)
  assert.ok(found !== 'gone' && !found.ok)
  cqc.once(/./, (response) => sendJson(response, cqc.locations.get('1-1015412687')))
  assert.deepEqual(await client.location(known), {
    ok: false,
    reason: 'it answered with the record of another id',
  })
})

test('a record with only what it needs is a record: CQC leaves keys out', async () => {
  cqc.once(/./, (response) => sendJson(response, { locationId: 'RM317', name: 'A', providerId: 'RM3' }))
  const found = await asking(cqc).client.location('RM317')
  assert.ok(found !== 'gone' && found.ok)
  assert.deepEqual([found.value.id, found.value.ratings, found.value.localAuthority], ['RM317', [], null])
})

test('JSON under another label is read', async () => {
  cqc.once(/./, (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(cqc.locations.get(known)))
  })
  assert.deepEqual(await asking(cqc).client.location(known), { ok: true, value: location(known) })
})

test('a wrong key is one clear fault that names the setting, and is not tried again', async () => {
  await assert.rejects(
    asking(cqc, { key: 'wrong' }).client.location(known),
    failsWith('cqc-key-refused', /CQC_API_KEY.*401/),
  )
  cqc.once(/./, status(403))
  await assert.rejects(asking(cqc).client.location(known), failsWith('cqc-key-refused', /CQC_API_KEY.*403/))
  assert.equal(cqc.asked.length, 2)
})

test('CQC refuses the nameless with 403, so no client is made without a User-Agent', async () => {
  const { status: answered } = await fetch(`${cqc.address}/locations/${known}`, {
    headers: { 'user-agent': '', 'ocp-apim-subscription-key': key },
  })
  assert.equal(answered, 403)
  assert.throws(() => asking(cqc, { userAgent: ' ' }), /User-Agent/)
})

test('a redirect is not followed: the key would go along', async () => {
  const elsewhere = await startCqc()
  try {
    cqc.once(/./, status(302, { location: `${elsewhere.address}/locations/${known}` }))
    assert.deepEqual(await asking(cqc).client.location(known), { ok: false, reason: 'it answered 302' })
    assert.equal(elsewhere.asked.length, 0)
  } finally {
    await elsewhere.close()
  }
})
