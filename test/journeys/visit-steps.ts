import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { rowanHouse } from '../visit/rowan-house.ts'

/** The steps of an assessor, as a person takes them. */
export const visitPath = `/visits/${rowanHouse.id}`
export const questionPath = `${visitPath}/questions/${rowanHouse.questions[0]?.id}`

export const pack = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin + visitPath)
  await page.getByText('This device can keep the visit').waitFor()
  await page.getByRole('button', { name: 'Pack for the visit' }).click()
  await page.getByText('This visit is on this device').waitFor()
}

export const answer = async (page: Page, grade: string, note: string): Promise<void> => {
  await page.getByLabel(grade, { exact: true }).check()
  // At once: typed key by key, a long text takes Chromium a long time.
  await page.getByLabel('Note').evaluate((field, text) => {
    if (field instanceof HTMLTextAreaElement) field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, note)
  await page.getByRole('button', { name: 'Save' }).click()
}

export const isSaved = async (page: Page, grade: string, note: string): Promise<void> => {
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
  assert.equal(await page.getByLabel(grade, { exact: true }).isChecked(), true)
  assert.equal(await page.getByLabel('Note').inputValue(), note)
}

export const handBack = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin + visitPath)
  await page.getByRole('button', { name: 'Hand back' }).click()
}

/** Returns the page of the question as the server has it, with no worker between. */
export const onServer = async (origin: string): Promise<string> => (await fetch(origin + questionPath)).text()

/** Returns how often a text stands in another. */
export const times = (text: string, found: string): number => text.split(found).length - 1
