import { plusMilliseconds } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { ground, now } from '../platform/database/unit-of-work.ts'
import type { Route } from '../platform/http/route.ts'

const plain = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** RFC 9116 asks for a day after which the text is not to be trusted, less than a year away. */
const staysTrue = 180 * 24 * 60 * 60 * 1000

const securityText = async (): Promise<Response> => {
  const { securityContact, address } = ground().installation
  if (securityContact === null) throw fault('page-not-found')
  return plain(`Contact: ${securityContact}
Expires: ${plusMilliseconds(now(), staysTrue)}
Preferred-Languages: en
Canonical: ${address}/.well-known/security.txt
`)
}

/** Only the public register is for a search engine. */
const robots = async (): Promise<Response> => plain('User-agent: *\nAllow: /register\nDisallow: /\n')

const forMachines = { none: 'a text for programs' }

/** Texts that programs look for at addresses that are the same everywhere. */
export const machineTexts: readonly Route[] = [
  {
    method: 'GET',
    path: '/.well-known/security.txt',
    permission: 'anyone',
    sample: forMachines,
    handle: securityText,
  },
  { method: 'GET', path: '/robots.txt', permission: 'anyone', sample: forMachines, handle: robots },
]
