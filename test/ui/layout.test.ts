/** The document around every page. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import {
  contentSecurityPolicy,
  inlineScript,
  inlineScriptHash,
} from '../../src/ui/content-security-policy.ts'
import { html, render } from '../../src/ui/html.ts'
import { type PageOptions, page } from '../../src/ui/layout.ts'
import { samplePage } from './sample-page.ts'

const draw = (options: Partial<PageOptions> = {}) =>
  parseHTML(render(page({ ...samplePage, ...options }))).document

test('the title goes from the page to the product', () => {
  assert.equal(draw().title, 'Rowan House - Services - Eastmarch - Plumbline')
  assert.equal(draw({ section: undefined }).title, 'Rowan House - Eastmarch - Plumbline')
})

test('errors stand in the title, and in a summary that leads to the field', () => {
  const document = draw({ errors: [{ field: 'reason', text: 'Enter a reason' }] })
  assert.equal(document.title, 'Error: Rowan House - Services - Eastmarch - Plumbline')
  assert.equal(document.querySelector('main .govuk-error-summary a')?.getAttribute('href'), '#reason')
  assert.equal(draw().querySelector('.govuk-error-summary'), null)
})

test('the content is in main, where the skip link leads', () => {
  const document = draw({ content: html`<p id="here">Here</p>` })
  assert.equal(document.querySelector('.govuk-skip-link')?.getAttribute('href'), '#main-content')
  assert.ok(document.querySelector('main#main-content #here'))
  assert.equal(document.documentElement.getAttribute('lang'), 'en')
})

test('the place where a person is is marked, and there are at most six', () => {
  const current = draw().querySelectorAll('.govuk-service-navigation [aria-current]')
  assert.deepEqual(
    [...current].map((link) => link.textContent?.trim()),
    ['Services'],
  )
  const seven = Array.from({ length: 7 }, (_, index) => ({ text: `Place ${index}`, href: '/' }))
  assert.throws(() => draw({ navigation: seven }), /at most 6/)
})

test('signing out is a form, signing in a link, and a page for everyone has neither', () => {
  assert.equal(draw().querySelector('form[action="/sign-out"]')?.getAttribute('method'), 'post')
  assert.ok(draw({ account: { signInHref: '/sign-in' } }).querySelector('a[href="/sign-in"]'))
  assert.equal(draw({ account: undefined }).querySelector('.plumbline-header__account'), null)
})

test('the footer has the three links on every page', () => {
  const links = [...draw().querySelectorAll('footer a')].map((link) => link.getAttribute('href'))
  assert.deepEqual(links, ['/accessibility', '/contact', '/feedback'])
})

test('the foot of a printed page says source, date and policy', () => {
  const foot = draw().querySelector('.plumbline-print-foot')?.textContent ?? ''
  for (const words of ['Eastmarch', '21 November 2026', 'Policy of 2022, version 3'])
    assert.ok(foot.includes(words))
})

test('what a person typed is escaped in the title and in the page', () => {
  const markup = render(page({ ...samplePage, title: '<script>alert(1)</script>', content: '<b>' }))
  assert.ok(!markup.includes('<script>alert'))
  assert.ok(markup.includes('&lt;b&gt;'))
})

test('the policy allows the one inline script, which is that of GOV.UK Frontend', async () => {
  const hash = `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`
  assert.equal(inlineScriptHash, hash)
  assert.ok(contentSecurityPolicy.includes(`'${hash}'`))
  const template = new URL(import.meta.resolve('govuk-frontend/dist/govuk/template.njk'))
  assert.ok((await readFile(template, 'utf8')).includes(inlineScript))
})

test('nothing else is inline, and nothing comes from elsewhere', () => {
  const document = draw()
  const scripts = [...document.querySelectorAll('script')].filter((script) => !script.getAttribute('src'))
  assert.deepEqual(
    scripts.map((script) => script.textContent),
    [inlineScript],
  )
  assert.equal(document.querySelectorAll('style, [style], [onclick]').length, 0)
  const addresses = [...document.querySelectorAll('[src], link[href]')].map(
    (each) => each.getAttribute('src') ?? each.getAttribute('href'),
  )
  for (const address of addresses) assert.match(address ?? '', /^\/[a-z]/)
})
