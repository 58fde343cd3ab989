/** The end of a server: what was begun is ended, then it leaves. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { startServer } from '../crash/server.ts'

const path = `/services/${idOf('rowan-house')}/intelligence/new`

/** Begins to send a form, and stops in its middle. */
const begin = (address: string, cookie: string, body: string) => {
  const { promise: answered, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const sent = request(`${address}${path}`, {
    method: 'POST',
    headers: {
      cookie,
      origin: address,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  })
  sent.once('response', resolve)
  sent.once('error', reject)
  const half = Math.floor(body.length / 2)
  const begun = new Promise<void>((done) => sent.write(body.slice(0, half), () => done()))
  return { answered, begun, finish: () => sent.end(body.slice(half)) }
}

test('a form that was half sent when the server was told to end is answered, and nothing new is taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-shutdown-'))
  try {
    const server = await startServer(folder)
    const signed = await fetch(`${server.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.address },
      body: new URLSearchParams({ person: idOf('tobias'), 'return-to': '/' }),
    })
    const cookie = signed.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const body = new URLSearchParams({
      id: randomUUID(),
      'occurred-day': '1',
      'occurred-month': '1',
      'occurred-year': String(new Date().getFullYear()),
      risk: 'no',
    })
    const form = begin(server.address, cookie, body.toString())
    await form.begun
    // The server has the beginning of the form once it answers a later question of the same kind.
    assert.equal((await fetch(`${server.address}/health`)).status, 200)
    server.child.kill('SIGTERM')
    while (
      await fetch(`${server.address}/health`).then(
        () => true,
        () => false,
      )
    );
    form.finish()
    const answer = await form.answered
    assert.equal(answer.statusCode, 303)
    await text(answer)
    assert.equal(await server.gone, 0)
    assert.match(server.said.join('\n'), /Stopping\. What was saved is safe/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
