/** Signing in by the council's identity provider in a real browser, and every way in which it comes to nothing. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
import { type AtProvider, type IdentityProvider, identityProvider } from '../support/identity-provider.ts'
import { type LiveServer, liveServer } from './live-server.ts'

let browser: Browser
let plumbline: LiveServer
let provider: IdentityProvider
let invitation: string

before(async () => {
  ;[browser, plumbline] = await Promise.all([launchBrowser(), liveServer()])
  provider = await identityProvider(`${plumbline.origin}/sign-in/oidc/return`)
  const out = await plumbline.command(
    ...['setup', '--authority', 'northfold', '--name', 'Northfold Council', '--pack', 'packs/wirral-2022'],
    ...['--administrator', 'Ada Birch', '--email', 'ada@northfold.example'],
  )
  invitation = /^http\S+$/m.exec(out)?.[0] ?? assert.fail(out)
  await plumbline.start({
    PUBLIC_URL: plumbline.origin,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_ONLY: 'yes',
  })
})
after(async () => {
  await browser?.close()
  await plumbline?.remove()
})

const wren = (roles: readonly string[]): AtProvider => ({
  sub: 'wren',
  claims: { name: 'Wren Quill', email: 'wren@northfold.example', email_verified: true, roles },
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Looks at a page with axe, on a desk and on a phone. */
const look = async (page: Page, name: string) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await checkPage(page)
    await screenshot(page, `council-account-${name}-${width}`)
  }
}

const leave = async (page: Page) => {
  await page.goto(`${plumbline.origin}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
}

test('in and out by the council’s provider, and what is said where it leads nowhere', async () => {
  const page = await (await browser.newContext()).newPage()
  provider.greet(wren(['contract-lead']))
  await page.goto(`${plumbline.origin}/sign-in?return-to=/account`)
  await look(page, 'sign-in')
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
  await heading(page, 'Your account')
  // As the way to sign in, and as what this session stands on: neither is looked after here.
  assert.equal(await page.getByText('Your council account', { exact: true }).count(), 2)
  assert.equal(await page.getByRole('link', { name: /^Change/ }).count(), 0)
  await look(page, 'account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByText('You are signed out').waitFor()

  provider.greet(wren([]))
  await leave(page)
  await page.getByText('has no role in Plumbline').waitFor()
  await look(page, 'no-role')
  await page.goto(`${plumbline.origin}/account`)
  await heading(page, 'Sign in')

  // This council takes no password: who was invited learns how to come instead.
  await page.goto(invitation)
  await page.getByLabel('New password', { exact: true }).fill('gravel otter lantern')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await heading(page, 'Sign in for Northfold Council')
  await look(page, 'no-password')

  await provider.close()
  await leave(page)
  await page.getByText('sign-in does not answer').waitFor()
  await look(page, 'down')
  await page.context().close()
})
