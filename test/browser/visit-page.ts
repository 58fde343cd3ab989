import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { watch } from './watch.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const narrow = 320

/**
 * Goes to an address as a person would and fails on what a person would trip over: console errors, failed requests,
 * violations of the content security policy, and everything that `checkPage` finds.
 * `status` is what the page itself must answer, for pages that say no.
 */
export const visitPage = async (page: Page, url: string, status = 200): Promise<void> => {
  const watching = watch(page, status)
  const response = await page.goto(url, { waitUntil: 'load' })
  const found = [
    ...(response?.status() === status ? [] : [`answered ${response?.status()}, not ${status}`]),
    ...(await faults(page)),
    ...watching.stop(), // last, for what the page's scripts did after it was loaded
  ]
  if (found.length > 0) assert.fail(`${url}\n- ${found.join('\n- ')}`)
}

/** Fails with a readable list if the page that is open has accessibility faults, not one h1, or is too wide at 320 px. */
export const checkPage = async (page: Page): Promise<void> => {
  const found = await faults(page)
  if (found.length > 0) assert.fail(`${page.url()}\n- ${found.join('\n- ')}`)
}

const faults = async (page: Page): Promise<readonly string[]> => [
  ...(await headings(page)),
  ...(await accessibility(page)),
  ...(await tooWide(page)),
]

const headings = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.locator('h1').allTextContents()
  return texts.length === 1 ? [] : [`has ${texts.length} h1, not one: ${JSON.stringify(texts)}`]
}

const accessibility = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `\n    ${node.target.join(' ')}  ${node.html.slice(0, 120)}`)
    return `axe ${id}: ${help}${places.join('')}`
  })
}

// Named by the elements that stick out, so that the report says where to look.
const stickingOut = `[...document.body.querySelectorAll('*')]
  .filter((element) => element.getBoundingClientRect().right > ${narrow} + 0.5 || element.scrollWidth > ${narrow})
  .slice(0, 5).map((element) => element.outerHTML.slice(0, 80))`

const tooWide = async (page: Page): Promise<readonly string[]> => {
  const before = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: narrow, height: 640 })
  try {
    const width = await page.evaluate<number>('document.scrollingElement.scrollWidth')
    if (width <= narrow) return []
    const places = await page.evaluate<readonly string[]>(stickingOut)
    return [`is ${width} px wide at ${narrow} px:${places.map((place) => `\n    ${place}`).join('')}`]
  } finally {
    await page.setViewportSize(before)
  }
}
