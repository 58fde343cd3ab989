/** How an API misbehaves. */
import { gzipSync } from 'node:zlib'
import { mostBytes } from '../../../src/server/register/cqc-api/body.ts'
import type { Trouble } from './cqc-server.ts'

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Trouble =>
  (response) => {
    response.writeHead(code, headers).end('{"statusCode":"","message":"not now"}')
  }

/** The connection breaks before a word was said. */
export const reset: Trouble = (response) => {
  response.socket?.destroy()
}

/** The connection breaks in the middle of the answer. */
export const brokenOff: Trouble = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"locationId": "1-1', () => response.socket?.destroy())
}

/** No answer at all. */
export const silence: Trouble = () => {}

/** A whole answer, with half a record in it. */
export const halfJson: Trouble = (response) => {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end('{"locationId": "1-1", "contacts": [{"personFamilyName": "Surname-Of-Somebody')
}

/** The error page of some proxy, that calls itself a success. */
export const htmlPage: Trouble = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html><h1>Service unavailable</h1></html>')
}

/** Small on its way, far too large when unpacked. */
export const bomb: Trouble = (response) => {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    .end(gzipSync(`"${'a'.repeat(mostBytes)}"`))
}
