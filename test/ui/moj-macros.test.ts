/** The components of the MOJ pattern library against its own macros, which it ships without fixtures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { type AlertOptions, alert } from '../../src/ui/components/alert.ts'
import { badge } from '../../src/ui/components/badge.ts'
import { filter } from '../../src/ui/components/filter.ts'
import { identityBar } from '../../src/ui/components/identity-bar.ts'
import { subNavigation } from '../../src/ui/components/sub-navigation.ts'
import { timeline } from '../../src/ui/components/timeline.ts'
import { render, trusted } from '../../src/ui/html.ts'
import { canonical } from './same-markup.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
const macros = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([folder('govuk-frontend/dist'), folder('@ministryofjustice/frontend')]),
  { autoescape: true },
)
// The library writes dates by a filter; ours are written before they come to the component.
macros.addFilter('mojDate', (timestamp: string) => `on ${timestamp}`)

const upstream = (name: string, options: object): string => {
  const macro = `moj${name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase())}`
  const template = `{% from "moj/components/${name}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`
  return macros.renderString(template, { options })
}

const same = (drawn: ReturnType<typeof badge>, name: string, options: object) =>
  assert.equal(canonical(render(drawn)), canonical(upstream(name, options)))

test('identity bar', () => {
  const options = { title: { text: 'Rowan <House>' }, classes: 'mine', attributes: { id: 'bar' } }
  same(identityBar(options), 'identity-bar', options)
})

test('sub-navigation', () => {
  const options = {
    label: 'Rowan House',
    items: [
      { text: 'Overview', href: '/', active: true },
      { text: 'Plan', href: '/plan', classes: 'mine' },
    ],
  }
  same(subNavigation(options), 'sub-navigation', options)
})

test('badge', () => {
  const options = { text: 'New & hot', classes: 'moj-badge--red', attributes: { id: 'badge' } }
  same(badge(options), 'badge', options)
})

test('timeline', () => {
  const timestamp = '2026-11-21'
  const words = { text: 'A concern was raised', label: { text: 'Concern' }, byline: { text: 'Asha Verma' } }
  same(
    timeline({ headingLevel: 3, items: [{ ...words, datetime: { timestamp, text: `on ${timestamp}` } }] }),
    'timeline',
    { headingLevel: 3, items: [{ ...words, datetime: { timestamp, type: 'date' } }] },
  )
})

test('alert', async (context) => {
  const common = { title: 'Suspended', text: 'No new placements since 3 November 2026.' }
  const variants: readonly AlertOptions[] = [
    { title: 'Only a title' },
    { ...common, variant: 'success' },
    { ...common, variant: 'warning', showTitleAsHeading: true },
    {
      ...common,
      variant: 'error',
      showTitleAsHeading: true,
      headingTag: 'h3',
      classes: 'mine',
      role: 'status',
    },
  ]
  for (const options of variants) {
    await context.test(options.variant ?? 'information', () => same(alert(options), 'alert', options))
  }
})

test('filter', () => {
  const options = {
    heading: { text: 'Filter' },
    submit: { text: 'Show' },
    selectedFilters: {
      heading: { text: 'Selected' },
      clearLink: { text: 'Clear', href: '/services' },
      categories: [{ heading: { text: 'Type' }, items: [{ text: 'Care home', href: '/services?type=' }] }],
    },
  }
  const controls = '<p class="govuk-body">Controls</p>'
  same(filter({ ...options, optionsHtml: trusted(controls) }), 'filter', {
    ...options,
    optionsHtml: controls,
  })
})
