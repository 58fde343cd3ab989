import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inventedPeople } from '../../src/server/people/queries/invented-people.ts'
import { system } from '../../src/server/platform/actor.ts'
import { unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { routes } from '../../src/server/slices.ts'
import { catalogue } from '../../src/ui/catalogue.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

test('the demonstration shows every component with its examples', async () => {
  const page = await (await plumbline.anyone().get('/components')).text()
  for (const { name, title } of catalogue.filter((example) => example.name !== 'page-heading')) {
    assert.ok(page.includes(`id="component-${name}"`), name)
    assert.ok(page.includes(title.replaceAll('&', '&amp;').replaceAll("'", '&#39;')), title)
  }
})

test('a live installation shows no components, and offers nobody to sign in as', async () => {
  const live = { ...plumbline.opened.ground, mode: 'live' } as const
  const app = createApp(live, routes, () => {})
  assert.equal((await app.request('http://plumbline.test/components')).status, 404)
  const signIn = await (await app.request('http://plumbline.test/sign-in')).text()
  assert.match(signIn, /Email address/)
  assert.doesNotMatch(signIn, /demonstration|Who would you like to be/)
  const offered = await unitOfWork(live, system('test', []), 'read', inventedPeople)
  assert.deepEqual(offered, [])
})
