/** The pieces of our own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { attributes, classes } from '../../src/ui/attributes.ts'
import { card } from '../../src/ui/card.ts'
import { table } from '../../src/ui/components/table.ts'
import { emptyState } from '../../src/ui/empty-state.ts'
import { bandRow } from '../../src/ui/explanation.ts'
import { errorOf, errorSummaryOf } from '../../src/ui/field-errors.ts'
import { filterChips } from '../../src/ui/filter-chips.ts'
import { type Content, render } from '../../src/ui/html.ts'
import { pagesOf } from '../../src/ui/pages-of.ts'
import { scrollRegion } from '../../src/ui/scroll-region.ts'
import { searchForm } from '../../src/ui/search-form.ts'
import { sortHeader } from '../../src/ui/sort-header.ts'
import { statusTag } from '../../src/ui/status-tag.ts'

const draw = (content: Content) =>
  parseHTML(`<!doctype html><html><body>${render(content)}</body></html>`).document
const words = (content: Content) => draw(content).body.textContent?.replace(/\s+/g, ' ').trim()

test('attributes: true is bare, false and nothing are left out, the rest is escaped', () => {
  assert.equal(
    render(attributes({ a: true, b: false, c: undefined, d: null, e: 0, f: '"<' })),
    ' a e="0" f="&quot;&lt;"',
  )
  assert.equal(classes('a', false, undefined, '', 'b'), 'a b')
})

test('a status tag always carries its word', () => {
  assert.equal(words(statusTag({ text: 'Red', colour: 'red' })), 'Red')
  assert.equal(
    words(statusTag({ text: 'Red', colour: 'red', outlined: true, prefix: 'Proposed' })),
    'Proposed: Red',
  )
})

test('a scroll region is named and can be reached by the keyboard', () => {
  const region = draw(scrollRegion({ label: 'Services', content: 'x' })).querySelector('[role=region]')
  assert.equal(region?.getAttribute('aria-label'), 'Services')
  assert.equal(region?.getAttribute('tabindex'), '0')
})

test('a card without an address has no link', () => {
  assert.equal(draw(card({ title: 'Risk' })).querySelector('a'), null)
  assert.equal(
    draw(card({ title: 'Risk', href: '/risk' }))
      .querySelector('a')
      ?.getAttribute('href'),
    '/risk',
  )
})

test('the band that applies is marked in words', () => {
  const bands = [
    { name: 'Amber', text: '2% to 5%' },
    { name: 'Red', text: 'over 5%', isMarked: true },
  ]
  const marked = draw(bandRow({ label: 'Tolerances', bands, mark: 'Rowan House' })).querySelectorAll(
    '[aria-current]',
  )
  assert.deepEqual(
    [...marked].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
    ['Red over 5% Rowan House'],
  )
})

test('the chosen chip is marked', () => {
  const items = [
    { text: 'All', href: '/', current: true, count: 0 },
    { text: 'Red', href: '/?c=red' },
  ]
  const document = draw(filterChips({ label: 'Colour', items }))
  assert.deepEqual(
    [...document.querySelectorAll('[aria-current=true]')].map((link) => link.textContent),
    ['All (0)'],
  )
})

test('an empty state says what to do next', () => {
  const link = draw(emptyState({ title: 'None', action: { text: 'Add one', href: '/add' } })).querySelector(
    'a',
  )
  assert.equal(link?.getAttribute('href'), '/add')
})

test('a search keeps the choices already made', () => {
  const document = draw(searchForm({ action: '/services', label: 'Find', kept: { type: 'care-home' } }))
  assert.equal(document.querySelector('form')?.getAttribute('method'), 'get')
  assert.equal(document.querySelector('input[name=type]')?.getAttribute('value'), 'care-home')
})

test('a sorted column says so', () => {
  const head = [
    sortHeader({ text: 'Name', href: '?sort=name', direction: 'descending' }),
    sortHeader({ text: 'Due', href: '?' }),
  ]
  const cells = draw(table({ head, rows: [] })).querySelectorAll('th')
  assert.deepEqual(
    [...cells].map((cell) => cell.getAttribute('aria-sort')),
    ['descending', null],
  )
})

test('a field has its own error and no other', () => {
  const errors = [
    { field: 'day', text: 'Enter a day', id: 'due-day' },
    { field: 'day', text: 'Second' },
  ]
  assert.deepEqual(errorOf(errors, 'day'), { text: 'Enter a day' })
  assert.equal(errorOf(errors, 'reason'), undefined)
  assert.equal(errorOf(undefined, 'day'), undefined)
  assert.equal(draw(errorSummaryOf(errors)).querySelector('a')?.getAttribute('href'), '#due-day')
  assert.equal(render(errorSummaryOf([])), '')
})

const shown = (page: number, pages: number) =>
  [...draw(pagesOf({ page, pages, address: (each) => `?page=${each}` })).querySelectorAll('li')].map((item) =>
    item.textContent?.trim(),
  )

test('long lists show the ends and the neighbours', () => {
  assert.deepEqual(shown(5, 12), ['1', '⋯', '4', '5', '6', '⋯', '12'])
  assert.deepEqual(shown(1, 2), ['1', '2'])
  assert.deepEqual(shown(2, 3), ['1', '2', '3'])
  assert.deepEqual(shown(1, 1), [])
})
