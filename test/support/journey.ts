import { after } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
import { type ListeningApp, listeningApp } from './listening.ts'

/** What the journeys of a file share. */
export type Journey = {
  readonly browser: Browser
  readonly plumbline: ListeningApp
}

/** Opens a browser and the application with the demonstration for all journeys of a file, and closes both after them. */
export const openJourney = async (): Promise<Journey> => {
  const [browser, plumbline] = await Promise.all([launchBrowser(), listeningApp()])
  after(async () => {
    await browser.close()
    await plumbline.close()
  })
  return { browser, plumbline }
}

/** Looks at a page: takes its picture under a name, and where it has scripts checks it with axe. */
export type Look = (page: Page, name: string) => Promise<void>

/** Returns how a run of a journey looks at its pages. axe is a script: it sees the pages of the run that has scripts. */
export const looksOf =
  (journey: string, script: boolean): Look =>
  async (page, name) => {
    if (script) await checkPage(page)
    await screenshot(page, `${journey}-${name}-${script}`)
  }
