/** Every route, asked by every role and by nobody: allowed and denied as the table of roles says (default deny, ASVS 8.2). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allows, allRoles, type Role, roles, rolesOfSide } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import type { Route } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

/** Things that are there, by the part of a path that names them. Whatever else a path names is not there. */
const things: Readonly<Record<string, string>> = {
  service: idOf('rowan-house'),
  visit: idOf('visit thornhay-lodge'),
  contract: idOf('contract EM-RES-014'),
  question: 'safeguarding-who-to-ring',
}

const filled = (path: string): string =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => things[name] ?? idOf('nothing'))

const send = (person: Person, route: Route): Promise<Response> =>
  route.method === 'GET' ? person.get(filled(route.path)) : person.post(filled(route.path), {})

const nameOf = ({ method, path }: Route): string => `${method} ${path}`

/** What the table says, read from the table alone and not from the code that asks it. */
const mayTake = (role: Role, { permission }: Route): boolean =>
  permission === 'anyone' || permission === 'signed-in' || roles[role].may.some((held) => held === permission)

/** Ends the session: the loop would go on as nobody. */
const asked = routes.filter(({ path }) => !['/sign-out', '/sign-in'].includes(path))

for (const role of allRoles)
  test(`${roles[role].name}: let in and refused exactly as the table says`, async () => {
    const person = await plumbline.signIn(role)
    const wrong: string[] = []
    for (const route of asked) {
      const answer = await send(person, route)
      const refused = answer.status === 403
      if (refused === mayTake(role, route)) wrong.push(`${nameOf(route)}: ${answer.status}`)
      else if (answer.status === 401 || answer.status >= 500) wrong.push(`${nameOf(route)}: ${answer.status}`)
      else if (refused && /Rowan|Thornhay|EM-RES/.test(await answer.text()))
        wrong.push(`${nameOf(route)}: the refusal names what it refuses`)
    }
    assert.deepEqual(wrong, [])
  })

test('nobody is led to sign-in by pages and refused by forms, and is told nothing', async () => {
  const wrong: string[] = []
  for (const route of asked.filter(({ permission }) => permission !== 'anyone')) {
    const answer = await send(plumbline.anyone(), route)
    const led = answer.headers.get('location')?.startsWith('/sign-in?return-to=') === true
    const right = route.method === 'GET' ? answer.status === 303 && led : answer.status === 401
    if (!right || /Rowan House|Thornhay/.test(await answer.text()))
      wrong.push(`${nameOf(route)}: ${answer.status}`)
  }
  assert.deepEqual(wrong, [])
})

test('a path that is no route is not there, for whoever asks', async () => {
  for (const role of ['administrator', 'registered-manager'] as const)
    assert.equal((await (await plumbline.signIn(role)).get('/services/new/secret')).status, 404)
})

test('no role of a provider or partner holds a permission of the council’s own work', () => {
  const councils = [
    'ratings.see',
    'intelligence.see',
    'contracts.see',
    'visits.see',
    'work.see',
    'audit.read',
  ] as const
  for (const role of [...rolesOfSide('provider'), ...rolesOfSide('partner')])
    for (const permission of councils)
      assert.equal(allows([role], permission), false, `${role} ${permission}`)
})

test('each export has a permission of its own, that no page asks for', () => {
  const exports = routes.filter(
    ({ method, path }) => method === 'GET' && /\.(csv|json|pdf|zip|xlsx)$/.test(path),
  )
  const besides = routes.filter((route) => !exports.includes(route)).map(({ permission }) => permission)
  // A form to fill in, and the rows of one's own file that were wrong: nothing of the council's is carried away.
  // The certificate of a disposal is one record, which a page shows word for word.
  const own = [
    '/contracts/import/template.csv',
    '/contracts/import/:upload/faulty.csv',
    '/retention/certificates/:certificate/document.json',
    // The public register: what anyone may read on its page.
    '/register/schema.json',
    '/register/:authority/services.csv',
    '/register/:authority/services.json',
  ]
  const wrong = exports.filter(({ path, permission }) => !own.includes(path) && besides.includes(permission))
  assert.deepEqual(wrong.map(nameOf), [])
  assert.ok(exports.length > own.length)
})
