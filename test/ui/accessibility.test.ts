/** Every example in a browser, on a wide screen and on the narrowest: WCAG 2.2 AA by axe, no scrolling sideways. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { catalogue } from '../../src/ui/catalogue.ts'
import { html, render } from '../../src/ui/html.ts'
import { page as document } from '../../src/ui/layout.ts'
import { launchBrowser } from '../browser/browser.ts'
import { open } from './open-page.ts'
import { samplePage } from './sample-page.ts'

/** Known of GOV.UK Frontend's scripts, which set these after the page is drawn; each by rule and element. */
const knownUpstream: Readonly<Record<string, string>> = {
  'aria-allowed-attr': 'aria-expanded on a radio that reveals a field',
  'label-content-name-mismatch': 'the button that takes the place of a file upload',
}
const upstreamElements = /class="govuk-(radios__input|file-upload-button)/

const markup = render(
  document({
    ...samplePage,
    authority: { name: 'Eastmarch' },
    content: html`<h1 class="govuk-heading-l">Components</h1>${catalogue
      .filter(({ name }) => name !== 'page-heading')
      .map(
        (example) =>
          html`<section><h2 class="govuk-heading-s">${example.title}</h2>${example.render()}</section>`,
      )}`,
  }),
)

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(async () => browser.close())

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const width of [1280, 320]) {
  test(`at ${width} pixels`, async () => {
    const { page, complaints } = await open(browser, markup, width)
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !(id in knownUpstream && upstreamElements.test(node.html)))
        .map((node) => `${id}: ${node.html}`),
    )
    assert.deepEqual(found, [])
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
    assert.deepEqual(complaints, [])
  })
}
