/** A live installation from setup to daily use: invitation, second step, sign out and in, recovery code, reset (ASVS 5.0, 6). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { plusMilliseconds } from '../../src/core/kit/days.ts'
import { systemClock } from '../../src/server/platform/clock.ts'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
import { phoneCode } from '../support/accounts.ts'
import { type LiveServer, liveServer } from './live-server.ts'

const halfMinute = 30_000
let browser: Browser
let plumbline: LiveServer
let firstLink: string
before(async () => {
  ;[browser, plumbline] = await Promise.all([launchBrowser(), liveServer()])
  const out = await plumbline.command(
    ...['setup', '--authority', 'northfold', '--name', 'Northfold Council', '--pack', 'packs/wirral-2022'],
    ...['--administrator', 'Ada Birch', '--email', 'ada@northfold.example'],
  )
  firstLink = linkIn(out)
  await plumbline.start()
})
after(async () => {
  await browser?.close()
  await plumbline?.remove()
})

const linkIn = (text: string): string => /^http\S+$/m.exec(text)?.[0] ?? assert.fail(`no link in ${text}`)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const password = (page: Page, label = 'New password') => page.getByLabel(label, { exact: true })

type Walk = {
  readonly page: Page
  readonly email: string
  /** Looks at the page with axe and takes its picture. axe is a script: only with scripts. */
  readonly look: (name: string) => Promise<void>
}

const accept = async ({ page, look }: Walk, link: string) => {
  await page.goto(link)
  await heading(page, 'Welcome to Plumbline')
  await look('invitation')
  await password(page).fill('passwordpassword')
  await press(page, 'Save the password')
  await page.getByText('too easy to guess').first().waitFor()
  await look('invitation-refused')
  await password(page).fill('gravel otter lantern')
  await press(page, 'Save the password')
  await heading(page, 'Set up your second step')
  await look('second-step')
  const secret = await page.locator('.plumbline-secret').innerText()
  await page.getByRole('textbox', { name: 'Code' }).fill('12')
  await press(page, 'Continue')
  await page.getByText('This code is wrong').first().waitFor()
  await page.getByRole('textbox', { name: 'Code' }).fill(phoneCode(secret, systemClock()))
  await press(page, 'Continue')
  await heading(page, 'Your second step is set up')
  await look('recovery-codes')
  const codes = await page.locator('.plumbline-secret').allInnerTexts()
  assert.equal(codes.length, 10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  return { secret, codes }
}

const signIn = async ({ page, email }: Walk, words: string) => {
  await page.getByLabel('Email address').fill(email)
  await password(page, 'Password').fill(words)
  await press(page, 'Sign in')
}

const signOut = async (page: Page) => {
  await press(page, 'Sign out')
  await page.getByText('You are signed out').waitFor()
}

for (const script of [true, false])
  test(`from the invitation to a lost phone, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
    const email = script ? 'ada@northfold.example' : 'bea@northfold.example'
    const add = ['user', 'add', '--authority', 'northfold', '--name', 'Bea Larch', '--email', email]
    const link = script ? firstLink : linkIn(await plumbline.command(...add, '--role', 'administrator'))
    const walk: Walk = {
      page,
      email,
      look: async (name) => {
        if (script) await checkPage(page)
        await screenshot(page, `accounts-${name}-${script}`)
      },
    }
    const { secret, codes } = await accept(walk, link)
    await page.goto(link)
    await page.getByText('This link has been used').waitFor()
    await walk.look('link-used')

    await page.goto(`${plumbline.origin}/`)
    await signOut(page)
    await walk.look('sign-in')
    await signIn(walk, 'wrong otter lantern')
    await page.getByText('Email address or password is wrong').first().waitFor()
    assert.equal(await page.getByLabel('Email address').inputValue(), email)
    await walk.look('sign-in-refused')
    await signIn(walk, 'gravel otter lantern')
    await heading(page, 'Enter a code')
    await walk.look('code')
    await page.getByRole('textbox', { name: 'Code' }).fill('000000')
    await press(page, 'Continue')
    await page.getByText('This code is wrong').first().waitFor()
    await walk.look('code-refused')
    // The code of now was used to set the app up: the next one is taken already.
    await page
      .getByRole('textbox', { name: 'Code' })
      .fill(phoneCode(secret, plusMilliseconds(systemClock(), halfMinute)))
    await press(page, 'Continue')
    await page.waitForURL((url) => url.pathname === '/')

    await page.getByRole('link', { name: /^(Ada Birch|Bea Larch)/ }).click()
    await heading(page, 'Your account')
    await walk.look('account')
    await page.goto(`${plumbline.origin}/people`)
    await walk.look('people')
    await page.getByRole('button', { name: 'Invite a person' }).click()
    await press(page, 'Send the invitation')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await walk.look('invite-refused')
    await page.getByLabel('Name', { exact: true }).fill('Cole Rowan')
    await page.getByLabel('Email address').fill(`cole-${script}@northfold.example`)
    await page.getByLabel('Contract lead').check()
    await press(page, 'Send the invitation')
    await page.getByText('The invitation is on its way').waitFor()
    await walk.look('person')
    await page.goto(`${plumbline.origin}/outbox`)
    await page.getByText(`cole-${script}@northfold.example`).first().waitFor()
    await walk.look('outbox')

    // Phone and password are lost: the operator makes a link, a recovery code stands for the phone.
    await signOut(page)
    await page.goto(linkIn(await plumbline.command('user', 'reset', '--email', email)))
    await heading(page, 'Choose a new password')
    await walk.look('new-password')
    await password(page).fill('pebble harbour kestrel')
    await press(page, 'Save the password')
    await heading(page, 'Enter a code')
    await page.getByRole('textbox', { name: 'Code' }).fill(codes[0] ?? '')
    await press(page, 'Continue')
    await page.waitForURL((url) => url.pathname === '/')
    await page.goto(`${plumbline.origin}/account`)
    await page.getByText('9 left').waitFor()
    await page.context().close()
  })

test('a password can be shown and pasted', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${plumbline.origin}/sign-in`)
  const field = password(page, 'Password')
  await field.fill('gravel otter lantern')
  await page.getByRole('button', { name: 'Show password' }).click()
  assert.equal(await field.getAttribute('type'), 'text')
  await field.press('ControlOrMeta+a')
  await field.press('ControlOrMeta+x')
  await field.press('ControlOrMeta+v')
  assert.equal(await field.inputValue(), 'gravel otter lantern')
  await page.context().close()
})
