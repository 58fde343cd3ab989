/**
 * Every component against the fixtures that GOV.UK Frontend ships: an upgrade that changes markup fails here.
 * What we leave out on purpose is listed in `govuk-exceptions.ts`, and a listed one that passes fails too.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Html, render } from '../../src/ui/html.ts'
import { fixtureOptions } from './fixture-options.ts'
import { exceptions } from './govuk-exceptions.ts'
import { canonical } from './same-markup.ts'

type Fixture = {
  readonly name: string
  readonly options: Parameters<typeof fixtureOptions>[0]
  readonly html: string
}
type Component = (options: unknown) => Html

const names = [
  'back-link',
  'breadcrumbs',
  'button',
  'character-count',
  'checkboxes',
  'date-input',
  'details',
  'error-message',
  'error-summary',
  'fieldset',
  'file-upload',
  'hint',
  'input',
  'inset-text',
  'label',
  'notification-banner',
  'pagination',
  'panel',
  'password-input',
  'phase-banner',
  'radios',
  'select',
  'service-navigation',
  'skip-link',
  'summary-list',
  'table',
  'tabs',
  'tag',
  'task-list',
  'textarea',
  'warning-text',
] as const

const functionName = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const fixturesOf = async (name: string): Promise<readonly Fixture[]> => {
  const file = new URL(import.meta.resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`))
  return JSON.parse(await readFile(file, 'utf8')).fixtures
}

/** Whether the component draws the fixture. One that cannot take its options at all does not. */
const drawnSame = (component: Component, fixture: Fixture): boolean => {
  try {
    return canonical(render(component(fixtureOptions(fixture.options)))) === canonical(fixture.html)
  } catch {
    return false
  }
}

for (const name of names) {
  test(name, async (context) => {
    const module: Record<string, Component> = await import(`../../src/ui/components/${name}.ts`)
    const component = module[functionName(name)]
    assert.ok(component, `${name}.ts exports ${functionName(name)}`)
    const fixtures = await fixturesOf(name)
    const left = exceptions[name] ?? {}
    for (const fixture of fixtures.filter((each) => !(each.name in left))) {
      await context.test(fixture.name, () => {
        const drawn = render(component(fixtureOptions(fixture.options)))
        assert.equal(canonical(drawn), canonical(fixture.html))
      })
    }
    for (const exception of Object.keys(left)) {
      await context.test(`${exception} (left out)`, () => {
        const fixture = fixtures.find((each) => each.name === exception)
        assert.ok(fixture, 'the fixture no longer exists: take it off the list')
        assert.ok(!drawnSame(component, fixture), 'the fixture passes now: take it off the list')
      })
    }
  })
}
