/**
 * Every path, query parameter and form field, with the ids of another council's and another provider's things in the
 * place of one's own: nothing foreign is shown, nothing foreign changes (ASVS 8.2.2).
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { allows, type Role } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Route } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import {
  addOtherProvider,
  type Foreign,
  fingerprint,
  otherCouncil,
  otherProvider,
  type Things,
} from '../support/foreign.ts'
import { formsOf } from '../support/forms.ts'
import { addProviderPerson, addSecondCouncil, asFarhaven } from '../support/second-council.ts'

let plumbline: TestApp
let farProvider: string
before(async () => {
  // Nobody types as fast as this test asks: what is refused for its pace would prove nothing.
  plumbline = await testApp('demo', { installation: { writesOfPerson: 100_000 } })
  await addSecondCouncil(plumbline)
  await addOtherProvider(plumbline)
  // Somebody else of one's own provider, who could be let in.
  await plumbline.work(() =>
    addProviderPerson({
      key: 'sallow manager',
      name: 'Una Fell',
      authority: 'eastmarch',
      service: idOf('sallow-court'),
      role: 'registered-manager',
    }),
  )
  farProvider = (
    await plumbline.read(
      () =>
        db()
          .selectFrom('provider')
          .where('authority_id', '=', 'farhaven')
          .select('id')
          .executeTakeFirstOrThrow(),
      asFarhaven,
    )
  ).id
})
after(() => plumbline.close())

/** One's own things: every page and form is asked for with these, and one of them swapped. */
const own: Things = {
  service: idOf('rowan-house'),
  visit: idOf('visit thornhay-lodge'),
  contract: idOf('contract EM-RES-014'),
  membership: idOf('membership dilys'),
  question: 'safeguarding-who-to-ring',
  person: idOf('dilys'),
  suspension: idOf('suspension maple-tree 0'),
}

const filled = (path: string, things: Things): string =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => things[name] ?? own[name] ?? idOf('nothing'))

const partsOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').filter((name) => name !== 'question')

/** Every name under which any page reads a word of its address, read off the code. */
const parameters = [
  ...new Set(
    globSync('src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bquery\('([\w-]+)'\)/g)].map(([, name]) => name ?? ''),
    ),
  ),
]

const taken = (role: Role, method: Route['method']): readonly Route[] =>
  routes.filter(
    ({ permission, path, method: its }) =>
      its === method &&
      path !== '/sign-in' &&
      path !== '/sign-out' &&
      permission !== 'anyone' &&
      // A contract lead is asked for what an administrator may not do: suspensions.
      !(role === 'contract-lead' && (permission === 'signed-in' || allows(['administrator'], permission))) &&
      (permission === 'signed-in' || allows([role], permission)),
  )

type Case = readonly [role: Role, whose: string, foreign: () => Foreign]

const asked: readonly Case[] = [
  ['administrator', 'another council', () => withProvider(otherCouncil)],
  ['quality-assessor', 'another council', () => withProvider(otherCouncil)],
  ['contract-lead', 'another council', () => withProvider(otherCouncil)],
  ['registered-manager', 'another council', () => withProvider(otherCouncil)],
  ['registered-manager', 'another provider', () => otherProvider],
  ['group-lead', 'another provider', () => otherProvider],
]

const withProvider = (foreign: Foreign): Foreign => ({
  ...foreign,
  things: { ...foreign.things, provider: farProvider },
})

/** What of the foreign stands in an answer, beside what was sent with the question. */
const leaked = async (answer: Response, { names, things }: Foreign, sent: string): Promise<string | null> => {
  const text = `${await answer.text()} ${answer.headers.get('location') ?? ''}`
  const name = names.exec(text)?.[0]
  if (name !== undefined && !sent.includes(name)) return name
  return Object.values(things).find((id) => text.includes(id) && !sent.includes(id)) ?? null
}

/** Asks, and says where something foreign stood in the answer. */
const tried = async (
  what: string,
  foreign: Foreign,
  sent: string,
  ask: () => Promise<Response>,
): Promise<readonly string[]> => {
  const answer = await ask()
  if (answer.status >= 500) return [`${what} is answered with ${answer.status}`]
  const found = await leaked(answer, foreign, sent)
  return found === null ? [] : [`${what} (${answer.status}) shows ${found}`]
}

const pathsOf = (route: Route, { things }: Foreign): readonly string[] =>
  partsOf(route.path)
    .filter((part) => things[part] !== undefined)
    .map((part) => filled(route.path, { [part]: things[part] ?? '' }))

/** An id that was sent may have become the number of a row of one's own: of a form's answer, the names count. */
const namesOf = ({ names }: Foreign): Foreign => ({ names, things: {} })

/** For a parameter or field, the foreign things that somebody might put there. */
const valuesFor = (parameter: string, { things }: Foreign): readonly string[] =>
  parameter === 'q'
    ? ['Zephyrine', 'Thornhay']
    : parameter === 'id'
      ? Object.values(things)
      : [things[parameter === 'lead' ? 'person' : parameter] ?? things.service ?? '']

// Pages first: a form may take an id that was sent for the number of a new row of one's own.
for (const [role, whose, foreignOf] of asked)
  test(`a page asked by a ${role} shows nothing of ${whose}, by path or parameter`, async () => {
    const person = await plumbline.signIn(role)
    const foreign = foreignOf()
    const wrong: string[] = []
    for (const route of taken(role, 'GET')) {
      for (const path of pathsOf(route, foreign)) {
        const answer = await person.get(path)
        const found = await leaked(answer, foreign, path)
        if (answer.status === 200 || found !== null) wrong.push(`${path} (${answer.status}) shows ${found}`)
      }
      // What a search for the other provider's service finds in CQC's public register is public.
      for (const parameter of route.path === '/register/locations' ? [] : parameters)
        for (const value of valuesFor(parameter, foreign)) {
          const address = `${filled(route.path, own)}?${new URLSearchParams({ [parameter]: value })}`
          // The trail says what somebody asked for, with the number that they sent themselves.
          const shown = route.path.startsWith('/audit') ? namesOf(foreign) : foreign
          wrong.push(...(await tried(address, shown, address, () => person.get(address))))
        }
    }
    assert.deepEqual(wrong, [])
  })

test('a hidden number that another council’s row has is refused in plain words, and nothing is saved', async () => {
  // What was downloaded above counts in the pace of its minute.
  plumbline.clock.advance(60_000)
  const person = await plumbline.signIn('administrator')
  const address = `/services/${idOf('rowan-house')}/intelligence/new`
  const page = await (await person.get(address)).text()
  const fields = { ...formsOf(page)[0]?.fields }
  const before = await fingerprint(plumbline)
  const answer = await person.post(address, { ...fields, id: otherCouncil.things.item ?? '' })
  assert.equal(answer.status, 409)
  const said = await answer.text()
  assert.match(said, /The number of this form is in use already/)
  assert.doesNotMatch(said, otherCouncil.names)
  assert.equal(await fingerprint(plumbline), before)
  // The same form with a number of its own is taken.
  assert.equal((await person.post(address, fields)).status, 303)
})

test('forms are filled in as a browser would: the tests below swap fields that are there', async () => {
  const person = await plumbline.signIn('administrator')
  const tally: string[] = []
  for (const route of taken('administrator', 'POST'))
    for (const field of Object.keys(await fieldsOf(person, route))) tally.push(`${route.path} ${field}`)
  const lead = await plumbline.signIn('group-lead')
  for (const route of taken('group-lead', 'POST'))
    for (const field of Object.keys(await fieldsOf(lead, route))) tally.push(`${route.path} ${field}`)
  for (const expected of [
    '/services/new id',
    '/acting-for side',
    '/contracts/officer person',
    '/services/:service/people person',
  ])
    assert.ok(tally.includes(expected), `${expected} in ${tally.join(', ')}`)
})

for (const [role, whose, foreignOf] of asked)
  test(`a form sent by a ${role} reads and changes nothing of ${whose}, by path or field`, async () => {
    const person = await plumbline.signIn(role)
    const foreign = foreignOf()
    const before = await fingerprint(plumbline)
    const wrong: string[] = []
    for (const route of taken(role, 'POST')) {
      const fields = await fieldsOf(person, route)
      for (const path of pathsOf(route, foreign))
        for (const send of [() => person.post(path, fields), () => person.postJson(path, packing)])
          wrong.push(...(await tried(`POST ${path}`, namesOf(foreign), path, send)))
      const path = filled(route.path, own)
      for (const field of Object.keys(fields))
        for (const value of [...valuesFor(field, foreign), foreign.things.person ?? '']) {
          const send = () => person.post(path, { ...fields, [field]: value })
          wrong.push(...(await tried(`POST ${path} ${field}`, namesOf(foreign), value, send)))
        }
      const now = await fingerprint(plumbline)
      if (now !== before) wrong.push(`POST ${route.path} changed: ${differing(before, now)}`)
    }
    assert.deepEqual(wrong, [])
  })

const packing = { device: idOf('device'), answers: [] }

const differing = (before: string, after: string): string => {
  const was = before.split('\n')
  return after
    .split('\n')
    .filter((line, index) => line !== was[index])
    .join(', ')
}

/** The fields of the form of a route, as its page offers them to this person: filled in, ready to be sent. */
const fieldsOf = async (person: Person, route: Route): Promise<Readonly<Record<string, string>>> => {
  const path = filled(route.path, own)
  for (const page of [path, path.replace(/\/[\w-]+(\/end|\/done)?$/, '')]) {
    const found = formsOf(await (await person.get(page || '/')).text()).find(({ action }) => action === path)
    if (found) return found.fields
  }
  return {}
}
