/** What the client does when CQC's API is busy, broken or away. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { tries } from '../../../src/server/register/cqc-api/back-off.ts'
import { cqcClient } from '../../../src/server/register/cqc-api/client.ts'
import { location } from '../oldham.ts'
import { asking, failsWith } from './asking.ts'
import { key, startCqc, type Trouble } from './cqc-server.ts'
import { bomb, brokenOff, halfJson, htmlPage, reset, silence, status } from './troubles.ts'

const cqc = await startCqc()
after(cqc.close)
beforeEach(cqc.calm)

const [one, other] = ['1-10024040008', '1-1015412687']
const whole = { ok: true, value: location(one) }

/** A date of HTTP some seconds after that of the answer. */
const dated =
  (seconds: number): Trouble =>
  (response) => {
    const date = 'Sat, 21 Nov 2026 09:00:00 GMT'
    const after = new Date(Date.parse(date) + seconds * 1000).toUTCString()
    response.writeHead(429, { date, 'retry-after': after }).end()
  }

const passing: readonly (readonly [string, Trouble, wait: number])[] = [
  ['429 without a time', status(429), 1000],
  ['429 with seconds', status(429, { 'retry-after': '7' }), 7000],
  ['429 with a date, whatever our clock says', dated(30), 30_000],
  ['429 with a date that has passed', dated(-30), 1000],
  ['429 with rubbish for a time', status(429, { 'retry-after': 'soon' }), 1000],
  ['403 for a quota that begins anew', status(403, { 'retry-after': '9' }), 9000],
  ['500', status(500), 1000],
  ['502', status(502), 1000],
  ['503 with seconds', status(503, { 'retry-after': '5' }), 5000],
  ['504', status(504), 1000],
  ['408', status(408), 1000],
  ['a connection that is reset', reset, 1000],
  ['an answer that breaks off', brokenOff, 1000],
  ['no answer', silence, 1000],
  ['half a record', halfJson, 1000],
  ['a page of HTML', htmlPage, 1000],
  ['an answer that is too large', bomb, 1000],
]

for (const [name, trouble, wait] of passing)
  test(`it waits and asks again after: ${name}`, async () => {
    cqc.once(/./, trouble)
    const { client, waits, said } = asking(cqc, { timeout: trouble === silence ? 50 : 30_000 })
    assert.deepEqual(await client.location(one), whole)
    assert.deepEqual(waits, [wait])
    assert.match(
      said.join(),
      new RegExp(`locations/${one}.*trying again in ${wait / 1000} s \\(1 of ${tries}\\)`),
    )
  })

test('the waits grow, each by chance, and end in a clear fault', async () => {
  cqc.always(/./, status(503))
  const { client, waits } = asking(cqc)
  const fault = failsWith(
    'cqc-unavailable',
    new RegExp(`locations/${one}, although asked ${tries} times.*503`),
  )
  await assert.rejects(client.location(one), fault)
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000])
  assert.equal(cqc.asked.length, tries)
  const half = asking(cqc, { random: () => 0.5 })
  await assert.rejects(half.client.location(one), fault)
  assert.deepEqual(half.waits, [500, 1000, 2000, 4000, 8000])
})

test('a server that is not there, or never answers, is a clear fault too', async () => {
  const away = await startCqc()
  await away.close()
  await assert.rejects(
    asking(away).client.location(one),
    failsWith('cqc-unavailable', /connection failed \(ECONNREFUSED\)/),
  )
  cqc.always(/./, silence)
  await assert.rejects(
    asking(cqc, { timeout: 20 }).client.location(one),
    failsWith('cqc-unavailable', /too long/),
  )
})

test('being told to wait for too long, or always, ends it: the next sync goes on', async () => {
  cqc.once(/./, status(429, { 'retry-after': '7200' }))
  const { client, waits } = asking(cqc)
  await assert.rejects(client.location(one), failsWith('cqc-busy', /come back in 120 minutes/))
  assert.deepEqual(waits, [])
  cqc.always(/./, status(429))
  await assert.rejects(client.location(one), failsWith('cqc-busy', new RegExp(`429, ${tries} times`)))
})

test('what stays unreadable is refused with the reason, without what stood there', async () => {
  for (const trouble of [halfJson, htmlPage]) {
    cqc.always(new RegExp(one), trouble)
    const { client, said } = asking(cqc)
    assert.deepEqual(await client.location(one), { ok: false, reason: 'the answer is not complete JSON' })
    assert.doesNotMatch(said.join(), /Surname/)
    cqc.calm()
  }
  cqc.always(new RegExp(one), bomb)
  assert.deepEqual(await asking(cqc).client.location(one), {
    ok: false,
    reason: 'the answer is larger than 8,388,608 bytes',
  })
})

test('429 holds back every call, 503 only its own', async () => {
  for (const [trouble, held] of [
    [status(429), true],
    [status(503), false],
  ] as const) {
    cqc.calm()
    const go = Promise.withResolvers<void>()
    const waiting = Promise.withResolvers<void>()
    const { client } = asking(cqc, {
      wait: () => {
        waiting.resolve()
        return go.promise
      },
    })
    cqc.once(new RegExp(one), trouble)
    const first = client.location(one)
    await waiting.promise
    const second = client.location(other)
    if (!held) await second
    // A round trip of somebody else: had it been sent, it would be there by now.
    else await fetch(`${cqc.address}/providers`)
    assert.equal(
      cqc.asked.some(({ path }) => path.endsWith(other)),
      !held,
    )
    go.resolve()
    assert.deepEqual(await first, whole)
    assert.deepEqual(await second, { ok: true, value: location(other) })
  }
})

/** A client for which time does pass, and how to stop it. */
const stoppable = (say: (stop: () => void) => void) => {
  const controller = new AbortController()
  const stop = () => void setImmediate(() => controller.abort(new Error('stopped')))
  const client = cqcClient({
    address: cqc.address,
    key,
    userAgent: 'Plumbline/test',
    random: () => 1,
    say: () => say(stop),
    signal: controller.signal,
  })
  return { client, stop }
}

test('a client that is stopped in the middle of a wait ends at once', async () => {
  for (const trouble of [status(503, { 'retry-after': '300' }), status(429, { 'retry-after': '300' })]) {
    cqc.calm()
    cqc.always(/./, trouble)
    await assert.rejects(stoppable((stop) => stop()).client.location(one), /stopped|aborted/)
    assert.equal(cqc.asked.length, 1)
  }
})

test('a client that is stopped in the middle of an answer ends at once, and does not ask again', async () => {
  const { client, stop } = stoppable(() => assert.fail('it tries again'))
  cqc.always(/./, stop)
  await assert.rejects(client.location(one), /stopped/)
})
