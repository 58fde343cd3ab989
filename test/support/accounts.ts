/** What people do with accounts, through the door: open a link, choose a password, read codes off their phone. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { type Instant, secondsOf } from '../../src/core/kit/days.ts'
import { codeOf, stepAt } from '../../src/core/people/one-time-code.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { providerOfService } from '../../src/server/membership/queries/provider-of-service.ts'
import { invite } from '../../src/server/people/commands/invite.ts'
import { system } from '../../src/server/platform/actor.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Person, TestApp } from './app.ts'

export const goodPassword = 'gravel otter lantern'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Returns the bytes that a secret in base 32 stands for, worked out apart from our own code. */
export const secretBytes = (text: string): Buffer => {
  const bits = [...text.replace(/\s/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** Returns the secret that a page shows as text. */
export const secretOn = (page: string): string => {
  const found = /plumbline-secret">([A-Z2-7 ]{32,})</.exec(page)?.[1]
  assert.ok(found, 'the page shows no secret')
  return found
}

/** Returns the code that a person's phone shows at a moment. */
export const phoneCode = (secret: string, at: Instant): string =>
  codeOf(stepAt(secondsOf(at)), (message) => createHmac('sha1', secretBytes(secret)).update(message).digest())

/** Returns the recovery codes of a page. */
export const recoveryCodesOn = (page: string): readonly string[] =>
  [...page.matchAll(/plumbline-secret">([a-z0-9]{5}-[a-z0-9]{5})</g)].map(([, code]) => code ?? '')

/** Invites somebody and returns the path of the link, and the person's id. */
export const invited = async (
  plumbline: TestApp,
  email: string,
  role: Role = 'contract-lead',
  services: readonly string[] | null = null,
  authority = { id: 'eastmarch', name: 'Eastmarch Council' },
  name = email.split('@')[0] ?? '',
): Promise<{ readonly path: string; readonly id: string }> => {
  const { link, person } = await plumbline.work(
    async () => {
      const access = await Promise.all(
        (services ?? []).map(async (service) => {
          const { provider } = await providerOfService(service)
          return { side: 'provider', role, of: { provider }, service } as const
        }),
      )
      return invite(authority, { name, email, roles: services === null ? [role] : [], access })
    },
    system('test', [authority.id]),
  )
  return { path: link ? new URL(link.address).pathname : '', id: person }
}

export type Account = {
  readonly id: string
  readonly email: string
  readonly secret: string
  readonly codes: readonly string[]
  readonly browser: Person
}

/** Makes a whole account of one of the council's people: invitation, password, phone. Signed in in `browser`. */
export const council = async (
  plumbline: TestApp,
  email: string,
  role: Role = 'contract-lead',
  browser: Person = plumbline.anyone(),
): Promise<Account> => {
  const { path, id } = await invited(plumbline, email, role)
  const chosen = await browser.post(path, { password: goodPassword })
  assert.equal(chosen.headers.get('location'), '/sign-in/second-factor', await chosen.text())
  const secret = secretOn(await (await browser.get('/sign-in/second-factor')).text())
  const done = await browser.post('/sign-in/second-factor', { code: phoneCode(secret, plumbline.clock.now) })
  assert.equal(done.status, 200)
  // The code was used: the next one comes half a minute later.
  plumbline.clock.advance(30_000)
  return { id, email, secret, codes: recoveryCodesOn(await done.text()), browser }
}

/** Makes a whole account of a provider's person: invitation and password. */
export const provider = async (
  plumbline: TestApp,
  email: string,
  service: string,
  browser = plumbline.anyone(),
) => {
  const { path, id } = await invited(plumbline, email, 'registered-manager', [service])
  const chosen = await browser.post(path, { password: goodPassword })
  assert.equal(chosen.headers.get('location'), '/', await chosen.text())
  return { id, email, browser }
}

/** Signs in by password and code. Returns the last answer. */
export const signInWith = async (
  plumbline: TestApp,
  { email, secret }: Pick<Account, 'email' | 'secret'>,
  browser: Person = plumbline.anyone(),
  password = goodPassword,
): Promise<Response> => {
  const first = await browser.post('/sign-in/password', { email, password })
  if (first.status !== 303) return first
  const second = await browser.post('/sign-in/code', { code: phoneCode(secret, plumbline.clock.now) })
  plumbline.clock.advance(30_000)
  return second
}

/** Whether a browser is signed in. */
export const isIn = async (browser: Person): Promise<boolean> =>
  (await browser.get('/account')).status === 200

/** Returns the mail to an address, the latest first. */
export const mailTo = (plumbline: TestApp, email: string) =>
  plumbline.read(() =>
    inRoom('mail', () =>
      db()
        .selectFrom('mail')
        .selectAll()
        .where('recipient', '=', email)
        .orderBy('recorded_at', 'desc')
        .execute(),
    ),
  )

/** Returns the path of the link in a mail. */
export const linkIn = (body: string | null | undefined): string => {
  const found = /^https?:\/\/\S+$/m.exec(body ?? '')?.[0]
  assert.ok(found, `no link in: ${body}`)
  return new URL(found).pathname
}
