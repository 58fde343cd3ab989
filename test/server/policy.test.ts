/** The policy page: everything that the pack says, with where it comes from, for the day that was asked for (W1.6, W3.2, W3.5). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { parse } from 'yaml'
import { day } from '../../src/core/kit/days.ts'
import { fileOf, optional, required } from '../../src/core/policy/documents/documents.ts'
import type { PackFile } from '../../src/core/policy/located.ts'
import { hashOf, readPackFiles } from '../../src/server/platform/packs.ts'
import { adoptPolicy } from '../../src/server/policy/commands.ts'
import { policyInForce } from '../../src/server/policy/in-force.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let person: Person
const files = await readPackFiles('packs/wirral-2022')
before(async () => {
  plumbline = await testApp('demo')
  person = await plumbline.signIn('social-worker')
})
after(() => plumbline.close())

const open = async (address: string, status = 200) => {
  const answer = await person.get(address)
  assert.equal(answer.status, status, address)
  return parseHTML(await answer.text()).document
}
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

type Said = {
  readonly place: string
  readonly basis: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
}

/** Keys whose texts name something for the engine, or the singular of a plural: the page says them in other words. */
const forTheEngine = new Set([
  'id',
  'contact',
  'countFrom',
  'form',
  'outcome',
  'part',
  'record',
  'rule',
  'team',
  'key',
  'kind',
  'source',
  'assumption',
  'day',
  'scheme',
  'window',
  'from',
  'by',
  'one',
  'contracts',
])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

// A walk of its own over the files as they are written, so that a value which the page's walk forgets is missed here.
const saidIn = (value: unknown, place: string): readonly Said[] => {
  if (!isObject(value)) return []
  const own = 'source' in value || 'assumption' in value
  const words = Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' && !forTheEngine.has(key) ? [each] : [],
  )
  return [
    ...(own && !Array.isArray(value) ? [{ place, basis: value, words }] : []),
    ...Object.entries(value).flatMap(([key, each]) => saidIn(each, `${place}-${key}`)),
  ]
}

const everything = Object.keys({ ...required, ...optional }).flatMap((document) =>
  saidIn(parse(files.find((file) => file.path === fileOf(document))?.text ?? ''), document),
)

test('every value that has a source or an assumption stands on the page, once, with its words', async () => {
  const page = await open('/policy')
  const main = plain(page.querySelector('main')?.textContent)
  assert.ok(everything.length > 100, `${everything.length} values`)
  for (const { place, basis, words } of everything) {
    const marks = [...page.querySelectorAll(`[id="value-${place}"]`)]
    assert.equal(marks.length, 1, place)
    const [mark] = marks
    if (typeof basis.source === 'string') {
      const number = basis.source.replace(/^(first|second) /, '')
      assert.ok(plain(mark?.textContent).includes(number), `${place}: ${basis.source}`)
    } else {
      const box = page.querySelector(`.plumbline-assumptions ${mark?.getAttribute('href') ?? 'nothing'}`)
      assert.ok(plain(box?.textContent).includes(plain(String(basis.assumption))), place)
      assert.ok(box?.querySelector(`[href="#value-${place}"]`), `${place}: no way back from its assumption`)
    }
    for (const each of words)
      assert.ok(main.toLowerCase().includes(plain(each).toLowerCase()), `${place}: ${each}`)
  }
})

test('what the pack assumes once for all, and every worked case, stands there too', async () => {
  const main = plain((await open('/policy')).querySelector('main')?.textContent)
  const pack = parse(files.find(({ path }) => path === 'pack.yaml')?.text ?? '') as {
    assumptions: readonly { says: string; why: string }[]
  }
  for (const { says, why } of pack.assumptions)
    for (const words of [says, why]) assert.ok(main.includes(plain(words)), words)
  const cases = files.filter(({ path }) => path.startsWith('cases/')).map(({ text }) => parse(text))
  for (const { name, workings } of cases as readonly { name: string; workings: string }[])
    for (const words of [name, workings]) assert.ok(main.includes(plain(words)), words)
  assert.match(main, /3 for 40 people \(7\.5%\) → Red/)
})

test('the table says what the policy says, and what is compared', async () => {
  const page = await open('/policy')
  const row = [...page.querySelectorAll('#tolerances tbody tr')].find((each) =>
    each.textContent?.includes('Care Concerns'),
  )
  assert.match(plain(row?.textContent), /> 5%Over 5% .*2% – 5%2% to 5% .*< 2%Under 2%/)
})

test('an overdue review shows, with how long it has been', async () => {
  const main = plain((await open('/policy')).querySelector('#about')?.textContent)
  assert.match(main, /Due January 2024\. Overdue by 2 years and 9 months, since 31 January 2024/)
  assert.match(main, /By the Policy Board, December 2022/)
})

const changed = (from: string, to: string, path = 'rating.yaml'): readonly PackFile[] =>
  files.map((file) => (file.path === path ? { ...file, text: file.text.replace(from, to) } : file))

test('a day without a policy, and what is no day, say so', async () => {
  assert.match(
    plain((await open('/policy?on=2022-11-30', 409)).body.textContent),
    /No policy of Eastmarch Council is in force on 30 November 2022/,
  )
  assert.match(plain((await open('/policy?on=tomorrow', 400)).body.textContent), /“tomorrow” is not a day/)
  await open(`/policy?version=${'0'.repeat(64)}`, 404)
})

test('a new version shows from its day on, with its differences in words, and the old one stays as it was', async () => {
  const next = changed('over: 5%, text: "> 5%"', 'over: 6%, text: "> 6%"')
    .map((file) =>
      file.path === 'pack.yaml'
        ? {
            ...file,
            text: file.text
              .replace('version: "1"', 'version: "2"')
              .replace('day: 2022-12-01', 'day: 2027-01-01'),
          }
        : file,
    )
    .map((file) =>
      file.path === 'rating.yaml'
        ? { ...file, text: file.text.replace('to: 5%, text: 2% – 5%', 'to: 6%, text: 2% – 6%') }
        : file,
    )
    .filter(({ path }) => !path.startsWith('cases/'))
  const sha256 = hashOf(next)
  await plumbline.work(() => adoptPolicy('eastmarch', { files: next, sha256 }))
  const today = await open('/policy')
  assert.match(plain(today.querySelector('#tolerances')?.textContent), /> 5%/)
  assert.match(
    plain(today.querySelector('#history')?.textContent),
    /version 2.*Will be in force from 1 January 2027/,
  )
  assert.match(
    plain(today.querySelector('#history')?.textContent),
    /version 1.*From 1 December 2022 to 31 December 2026/,
  )
  assert.match(
    plain(today.querySelector('#history')?.textContent),
    /tolerances, red, over: was "5%", is now "6%"/,
  )
  const later = await open('/policy?on=2027-01-01')
  assert.match(plain(later.querySelector('#tolerances')?.textContent), /> 6%/)
  assert.match(
    plain(later.body.textContent),
    /This is the version of 1 January 2027\. See the version of today/,
  )
  const same = await open(`/policy?version=${sha256}`)
  assert.match(plain(same.body.textContent), /This version comes into force on 1 January 2027/)
  for (const [on, version] of [
    ['2026-12-31', '1'],
    ['2027-01-01', '2'],
  ] as const) {
    const { reference } = await plumbline.read(() => policyInForce('eastmarch', day(on)))
    assert.equal(reference.version, version)
  }
})

test('who may not see the policy is not shown it', async () => {
  assert.equal((await plumbline.anyone().get('/policy')).status, 303)
})
