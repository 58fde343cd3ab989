/** What the server of Node refuses before the application sees it, over a real connection. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { serverLimits } from '../../src/server/platform/http/server-limits.ts'
import { type ListeningApp, listeningApp } from '../support/listening.ts'

let plumbline: ListeningApp
before(async () => {
  plumbline = await listeningApp()
})
after(() => plumbline.close())

/** Sends bytes as they are, and returns all that comes back until the connection is closed. */
const sendBytes = (address: string, bytes: string): Promise<string> => {
  const { port, hostname } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  return text(socket)
}

const closing = 'Host: a\r\nConnection: close\r\n'

const refused: readonly (readonly [what: string, bytes: string, answer: RegExp])[] = [
  [
    'headers of 20 KB',
    `GET /health HTTP/1.1\r\n${closing}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431/,
  ],
  ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${closing}\r\n`, /^HTTP\/1\.1 431/],
  [
    'a method that we do not have',
    `TRACE /health HTTP/1.1\r\n${closing}Cookie: a=b\r\n\r\n`,
    /^HTTP\/1\.1 4\d\d/,
  ],
  [
    'two lengths',
    `POST /sign-out HTTP/1.1\r\n${closing}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    /^HTTP\/1\.1 400/,
  ],
  ['a header with a bare line end', `GET /health HTTP/1.1\r\n${closing}X: a\nY\r\n\r\n`, /^HTTP\/1\.1 400/],
]

for (const [what, bytes, answer] of refused)
  test(`${what}: refused, and nothing of it comes back`, async () => {
    const told = await sendBytes(plumbline.address, bytes)
    assert.match(told, answer)
    assert.doesNotMatch(told, /Cookie: a=b|aaaa/)
  })

test('whoever sends headers letter by letter is hung up on', async () => {
  // The same limits, but that the test has no 15 seconds.
  const quick = { ...serverLimits, headersTimeout: 50, connectionsCheckingInterval: 10 }
  const server = createServer(quick, (_request, response) => response.end())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  assert.match(await sendBytes(`http://127.0.0.1:${port}`, 'GET / HTTP/1.1\r\nHo'), /^HTTP\/1\.1 408/)
  await new Promise((done) => server.close(done))
  assert.ok(serverLimits.headersTimeout <= 20_000)
})
