import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { checkPage, launchBrowser, launchDevice, screenshot, visitPage } from '../browser/browser.ts'
import { type VisitServer, visitServer } from './visit-server.ts'
import { answer, handBack, isSaved, onServer, pack, questionPath, times, visitPath } from './visit-steps.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser?.close())

/** Runs a journey with a server and a device of its own, and takes both away after it. */
const journey = (
  name: string,
  steps: (server: VisitServer, page: Page, context: BrowserContext) => Promise<void>,
) =>
  test(name, { timeout: 60_000 }, async () => {
    const server = await visitServer()
    const context = await browser.newContext()
    context.setDefaultTimeout(10_000)
    try {
      await server.start()
      await steps(server, await context.newPage(), context)
    } finally {
      await context.close()
      await server.remove()
    }
  })

// Line ends, dollars and markup, because each of them is lost by some way of keeping or filling in text.
const first = 'The senior carer knew the day number.\nNot the night one: "$& it is in the office"'
const second = 'Asked again at 21:30: found it on the <board> & rang it.'

test('a visit is carried out with the server and then the browser killed, and handed back once', {
  timeout: 90_000,
}, async () => {
  const server = await visitServer()
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-device-'))
  let device = await launchDevice(folder)
  try {
    await server.start()
    let page = await device.newPage()
    await visitPage(page, server.origin + visitPath)
    await pack(page, server.origin)
    await server.kill()

    await visitPage(page, server.origin + visitPath)
    await visitPage(page, server.origin + questionPath)
    await answer(page, 'Good', first)
    await isSaved(page, 'Good', first)
    await page.getByText('Saved on this device, 1 not yet sent').waitFor()
    await page.reload()
    await isSaved(page, 'Good', first)
    await answer(page, 'Requires improvement', second)
    await isSaved(page, 'Requires improvement', second)
    await page.getByText('Saved on this device, 2 not yet sent').waitFor()
    await checkPage(page)
    await screenshot(page, 'visit-question-on-device')

    // A killed browser, not a closed one: a battery that ran out.
    const crashing = device.browser()?.newBrowserCDPSession()
    await (await crashing)?.send('Browser.crash').catch(() => {}) // it has no time to answer
    await device.close().catch(() => {})
    device = await launchDevice(folder)
    page = await device.newPage()
    await page.goto(server.origin + questionPath)
    await isSaved(page, 'Requires improvement', second)

    await server.start()
    await handBack(page, server.origin)
    await page.getByText('handed back: the server has 2 answers from this device').waitFor()
    await checkPage(page)
    await visitPage(page, server.origin + questionPath)
    await isSaved(page, 'Requires improvement', second)
    await page.getByText('Recorded before (1)').waitFor()
    const kept = await onServer(server.origin)
    assert.equal(times(kept, 'Not the night one: &quot;$&amp; it is in the office&quot;'), 1)
    assert.equal(times(kept, 'found it on the &lt;board&gt; &amp; rang it.'), 1)

    // The worker still stands between, and lets everything through.
    await answer(page, 'Excellent', 'Third time, on the server again')
    await isSaved(page, 'Excellent', 'Third time, on the server again')
    assert.equal(times(await onServer(server.origin), 'Third time'), 1)
  } finally {
    await device.close().catch(() => {})
    await server.remove()
    await rm(folder, { recursive: true, force: true })
  }
})

journey(
  'a hand back whose answer is lost keeps everything on the device, and the second one adds nothing twice',
  async (server, page) => {
    await pack(page, server.origin)
    await page.goto(server.origin + questionPath)
    await answer(page, 'Poor', first)
    await isSaved(page, 'Poor', first)
    await server.trouble('lose-hand-back')
    await handBack(page, server.origin)
    await page.getByRole('heading', { name: 'The server did not answer' }).waitFor()
    await page.getByText('Saved on this device, 1 not yet sent').waitFor()
    await checkPage(page)
    await server.trouble('none')

    await page.goto(server.origin + questionPath)
    await answer(page, 'Good', second)
    await page.getByText('Saved on this device, 2 not yet sent').waitFor()
    await handBack(page, server.origin)
    await page.getByRole('button', { name: 'Pack for the visit' }).waitFor()
    const kept = await onServer(server.origin)
    assert.equal(times(kept, 'Not the night one'), 1)
    assert.equal(times(kept, 'found it on the'), 1)
  },
)

journey('a packed visit is refused to everyone else, who keep what they typed', async (server, page) => {
  const other = await browser.newContext()
  try {
    const elsewhere = await other.newPage()
    await elsewhere.goto(server.origin + questionPath)
    await pack(page, server.origin)
    await answer(elsewhere, 'Excellent', second)
    await elsewhere.getByText('Ann Other has had this visit on a device since').waitFor()
    assert.equal(await elsewhere.getByLabel('Note').inputValue(), second)
    assert.equal(await elsewhere.getByLabel('Excellent').isChecked(), true)
    await checkPage(elsewhere)
    await visitPage(elsewhere, server.origin + questionPath)
    assert.equal(await elsewhere.getByRole('textbox').count(), 0)
    await visitPage(elsewhere, server.origin + visitPath)
    assert.equal(await elsewhere.getByRole('button', { name: 'Pack' }).count(), 0)

    await handBack(page, server.origin)
    await page.getByRole('button', { name: 'Pack for the visit' }).waitFor()
    await elsewhere.goto(server.origin + questionPath)
    await answer(elsewhere, 'Excellent', second)
    await isSaved(elsewhere, 'Excellent', second)
  } finally {
    await other.close()
  }
})

journey('a session that ended during the visit loses nothing', async (server, page) => {
  await pack(page, server.origin)
  await server.trouble('signed-out')
  await page.goto(server.origin + questionPath)
  await answer(page, 'Good', first)
  await handBack(page, server.origin)
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await page.getByText('Saved on this device, 1 not yet sent').waitFor()
  await server.trouble('none')
  await handBack(page, server.origin)
  await page.getByRole('button', { name: 'Pack for the visit' }).waitFor()
  assert.equal(times(await onServer(server.origin), 'Not the night one'), 1)
})

journey(
  'a device without room says so, and what was typed stays in the form',
  async (server, page, context) => {
    const session = await context.newCDPSession(page)
    await page.goto(server.origin)
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1_400_000 })
    await pack(page, server.origin)
    await page.goto(server.origin + questionPath)
    const long = 'a long note '.repeat(100_000)
    await answer(page, 'Good', long)
    await page.getByText('This device has no room left, so this was not saved.').waitFor()
    await page.waitForLoadState('load') // the long note comes after the words
    assert.equal(await page.getByLabel('Note').inputValue(), long)
    await answer(page, 'Good', first)
    await isSaved(page, 'Good', first)
  },
)

journey(
  'other pages say what waits on this device, and a visit that is not packed says that it needs signal',
  async (server, page) => {
    await pack(page, server.origin)
    await page.goto(server.origin + questionPath)
    await answer(page, 'Good', first)
    await page.getByText('1 not yet sent').waitFor()
    await visitPage(page, server.origin)
    await page.getByText('The visit to Rowan House is on this device: 1 answer not yet sent.').waitFor()
    await checkPage(page)
    await server.kill()
    await page.goto(`${server.origin}/visits/5a0e3a38-7f0f-4f0e-8a64-3a1f5b0a7e11`)
    await page.getByRole('heading', { name: 'There is no signal, and this visit is not packed' }).waitFor()
    await checkPage(page)
  },
)

test('without JavaScript a visit works on the server, and packing says why it cannot', {
  timeout: 60_000,
}, async () => {
  const server = await visitServer()
  const context = await browser.newContext({ javaScriptEnabled: false })
  try {
    await server.start()
    const page = await context.newPage()
    await page.goto(server.origin + questionPath)
    await answer(page, 'Good', first)
    await isSaved(page, 'Good', first)
    await page.goto(server.origin + visitPath)
    await page.getByRole('button', { name: 'Pack for the visit' }).click()
    await page.getByText('is not running in this browser').waitFor()
  } finally {
    await context.close()
    await server.remove()
  }
})

journey(
  'a page with unsaved words asks before it is left, and a saved one does not',
  async (server, page) => {
    let asked = 0
    page.on('dialog', async (dialog) => {
      asked += 1
      await dialog.dismiss()
    })
    await page.goto(server.origin + questionPath)
    await page.getByLabel('Note').pressSequentially('half a sent')
    await page.getByRole('link', { name: 'Back to the visit' }).click()
    await page.waitForTimeout(200)
    assert.equal(asked, 1)
    assert.equal(await page.getByLabel('Note').inputValue(), 'half a sent')
    await answer(page, 'Good', first)
    await isSaved(page, 'Good', first)
    await page.getByRole('link', { name: 'Back to the visit' }).click()
    await page.getByRole('heading', { name: 'Questions' }).waitFor()
    assert.equal(asked, 1)
  },
)

journey('what the server does not acknowledge stays on the device', async (server, page) => {
  await pack(page, server.origin)
  await page.goto(server.origin + questionPath)
  await answer(page, 'Good', first)
  await isSaved(page, 'Good', first)
  await server.trouble('no-receipt')
  await handBack(page, server.origin)
  await page.getByRole('heading', { name: 'Not everything was sent' }).waitFor()
  await page.getByText('Saved on this device, 1 not yet sent').waitFor()
  await server.trouble('none')
  await handBack(page, server.origin)
  await page.getByText('handed back: the server has 1 answer from this device').waitFor()
  assert.equal(times(await onServer(server.origin), 'Not the night one'), 1)
})

journey(
  'a packing that fails halfway says so, and the server holds the visit again',
  async (server, page) => {
    await page.goto(server.origin + visitPath)
    await page.getByText('This device can keep the visit').waitFor()
    await server.trouble('broken-file')
    await page.getByRole('button', { name: 'Pack for the visit' }).click()
    await page.getByRole('heading', { name: 'The visit was not packed' }).waitFor()
    assert.equal(times(await (await fetch(server.origin + visitPath)).text(), 'has had this visit'), 0)
    await checkPage(page)
    await server.trouble('none')
    await pack(page, server.origin)
  },
)

journey('a browser without room cannot pack, and says why', async (server, page, context) => {
  const session = await context.newCDPSession(page)
  await page.goto(server.origin)
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 500_000 })
  await page.goto(server.origin + visitPath)
  await page.getByText('This visit cannot be packed in this browser: its storage failed the test').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Pack for the visit' }).isDisabled(), true)
  await checkPage(page)
})
