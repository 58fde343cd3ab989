/** The catalogue shows everything, and its examples can stand on one page. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { catalogue } from '../../src/ui/catalogue.ts'
import { html, render } from '../../src/ui/html.ts'
import { page } from '../../src/ui/layout.ts'
import { samplePage } from './sample-page.ts'

/** Parts that are drawn only inside another component. */
const parts = new Set(['alert-icons', 'choice', 'summary-actions', 'summary-card'])

const { document } = parseHTML(
  render(page({ ...samplePage, content: html`${catalogue.map((example) => example.render())}` })),
)

test('every component has at least two examples', async () => {
  const files = await readdir(new URL('../../src/ui/components', import.meta.url))
  const names = files.map((file) => file.replace(/\.ts$/, '')).filter((name) => !parts.has(name))
  const few = names.filter((name) => catalogue.filter((example) => example.name === name).length < 2)
  assert.deepEqual(few, [])
})

test('every example has its own name and title', () => {
  const titles = catalogue.map(({ name, title }) => `${name}: ${title}`)
  assert.deepEqual(titles, [...new Set(titles)])
})

test('ids are given once', () => {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  )
})

test('what names or describes something is there', () => {
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'data-aria-controls']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of (element.getAttribute(name) ?? '').split(' ')) {
        assert.ok(document.getElementById(id), `${name}="${id}" leads nowhere`)
      }
    }
  }
})

test('every field has a label', () => {
  const labelled = new Set([...document.querySelectorAll('label')].map((label) => label.getAttribute('for')))
  for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    assert.ok(labelled.has(field.id), field.outerHTML)
  }
})
