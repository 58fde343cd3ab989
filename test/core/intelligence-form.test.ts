/** The form for intelligence and what must not stand in its texts (W2.5, W3.1, X11). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readItem, typedOf } from '../../src/core/intelligence/item-form.ts'
import { blankItem, type ItemTyped } from '../../src/core/intelligence/item-typed.ts'
import { intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { chosen, listsOf } from '../../src/core/intelligence/lists.ts'
import { isWrittenAsNhsNumber, mustNotStand, nameSeen } from '../../src/core/intelligence/personal-details.ts'
import { day, plusDays } from '../../src/core/kit/days.ts'
import { shipped } from './shipped.ts'

const today = day('2026-11-21')
const wirral = await shipped('wirral-2022')
const lists = listsOf(wirral.documents.intelligence)

const good: ItemTyped = {
  ...blankItem,
  category: 'staffing',
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  source: 'social-worker',
  route: 'to-authority',
  reference: 'CASE-1',
  summary: 'The night rota had one name on it.',
  risk: 'no',
}

const errorsOf = (change: Partial<ItemTyped>) => {
  const read = readItem({ ...good, ...change }, lists, today)
  return 'errors' in read ? read.errors.map(({ field }) => field) : []
}

test('a form that is filled in is read', () => {
  const read = readItem(good, lists, today)
  assert.ok('said' in read)
  assert.deepEqual(read, {
    said: {
      kind: 'care-concern',
      occurred: '2026-11-20',
      concluded: null,
      outcome: null,
      progressed: null,
      reference: 'CASE-1',
      summary: 'The night rota had one name on it.',
      category: 'staffing',
      source: 'social-worker',
      route: 'to-authority',
    },
    immediateRisk: false,
  })
})

const wrong: readonly (readonly [what: string, change: Partial<ItemTyped>, fields: readonly string[]])[] = [
  ['no day', { 'occurred-day': '', 'occurred-month': '', 'occurred-year': '' }, ['occurred']],
  ['half a day', { 'occurred-month': '' }, ['occurred']],
  ['no real day', { 'occurred-day': '31' }, ['occurred']],
  ['a day to come', { 'occurred-day': '22' }, ['occurred']],
  ['a year mistyped', { 'occurred-year': '1926' }, ['occurred']],
  ['a kind of nowhere', { kind: 'gossip' }, ['kind']],
  ['a category of nowhere', { category: 'weather' }, ['category']],
  ['a source of nowhere', { source: 'x' }, ['source']],
  ['a route of nowhere', { route: 'x' }, ['route']],
  ['no answer on risk', { risk: '' }, ['risk']],
  ['an outcome without a day', { outcome: 'substantiated' }, ['ended']],
  ['a day without an outcome', { 'ended-day': '21', 'ended-month': '11', 'ended-year': '2026' }, ['outcome']],
  [
    'ended before it happened',
    { outcome: 'substantiated', 'ended-day': '1', 'ended-month': '11', 'ended-year': '2026' },
    ['ended'],
  ],
  [
    'ended in the future',
    { outcome: 'substantiated', 'ended-day': '1', 'ended-month': '12', 'ended-year': '2026' },
    ['ended'],
  ],
  [
    'an enquiry that ended, and nobody says whether it progressed',
    {
      kind: 'section-42',
      outcome: 'substantiated',
      'ended-day': '21',
      'ended-month': '11',
      'ended-year': '2026',
    },
    ['progressed'],
  ],
  ['an NHS number in the text', { summary: 'About 943 476 5919.' }, ['summary']],
  ['a name in the text', { summary: 'About Mrs Smith.' }, ['summary']],
  ['an NHS number as reference', { reference: '943 476 5919' }, ['reference']],
  ['a text that is too long', { summary: 'x'.repeat(501) }, ['summary']],
  ['everything at once', { kind: 'gossip', risk: '', summary: 'DOB 1.2.1940' }, ['kind', 'summary', 'risk']],
]
for (const [what, change, fields] of wrong)
  test(`refused: ${what}`, () => assert.deepEqual(errorsOf(change), fields))

test('a name that is confirmed as nobody’s who uses the service is taken', () => {
  assert.deepEqual(errorsOf({ summary: 'Mr Hill, the manager, was away.', sure: 'yes' }), [])
  assert.deepEqual(errorsOf({ summary: 'Mr Hill, NHS 943 476 5919.', sure: 'yes' }), ['summary'])
})

test('how it ended is read together; only an enquiry progresses', () => {
  const end = { outcome: 'substantiated', 'ended-day': '21', 'ended-month': '11', 'ended-year': '2026' }
  const read = readItem({ ...good, ...end, kind: 'section-42', progressed: 'yes' }, lists, today)
  assert.ok('said' in read)
  assert.deepEqual([read.said.concluded, read.said.progressed], ['2026-11-21', true])
  const other = readItem({ ...good, ...end, progressed: 'yes' }, lists, today)
  assert.ok('said' in other)
  assert.equal(other.said.progressed, null)
})

test('an item that is put into the form and read again says the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...intelligenceKinds),
      fc.integer({ min: 0, max: 3000 }),
      fc.option(fc.record({ after: fc.integer({ min: 0, max: 3000 }), met: fc.boolean() })),
      fc.constantFrom(null, 'CASE-7'),
      fc.constantFrom(null, 'Food was cold.'),
      fc.constantFrom(null, ...lists.categories.map(({ id }) => id)),
      (kind, ago, end, reference, summary, category) => {
        const occurred = plusDays(today, -ago)
        const concluded = end && plusDays(occurred, Math.min(end.after, ago))
        const said = {
          kind,
          occurred,
          concluded,
          outcome: end && 'inconclusive',
          progressed: end !== null && kind === 'section-42' ? end.met : null,
          reference,
          summary,
          category,
          source: null,
          route: null,
        }
        const read = readItem(typedOf(said), lists, today, false)
        assert.deepEqual('said' in read && read.said, said)
      },
    ),
  )
})

const details: readonly (readonly [text: string, found: RegExp | null])[] = [
  ['Resident 943 476 5919 fell', /NHS number/],
  ['Resident 9434765919 fell', /NHS number/],
  ['born 3 March 1941', /birth/],
  ['DoB 03/03/1941', /birth/],
  ['since 03/03/1941', /birth/],
  ['ring 07700 900123', /long number/],
  ['seen on 12/11/2026', null],
  ['3 falls in 2 weeks in rooms 12 and 14', null],
  ['', null],
]
for (const [text, found] of details)
  test(`“${text}”: ${found === null ? 'nothing to take out' : `${found}`}`, () => {
    const held = mustNotStand(text)
    if (found === null) assert.equal(held, null)
    else assert.match(held ?? '', found)
  })

test('any number with the check digit of the NHS is found, and one digit off is not that', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
      const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
      const check = (11 - (sum % 11)) % 11
      fc.pre(check !== 10)
      const spaced = (last: number) => `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${last}`
      assert.equal(mustNotStand(`a ${spaced(check)} b`), 'an NHS number')
      assert.equal(isWrittenAsNhsNumber(spaced(check)), true)
      assert.notEqual(mustNotStand(`a ${spaced((check + 1) % 10)} b`), 'an NHS number')
    }),
  )
})

test('names with a title are seen, and ordinary words are not', () => {
  assert.equal(nameSeen('Mrs O’Hara was cold'), 'Mrs O’Hara')
  assert.equal(nameSeen('Staff at Rowan House said so'), null)
  assert.equal(nameSeen('missed a visit'), null)
})

test('words of other systems are read as what they mean, and a policy without lists has ours', () => {
  assert.equal(chosen('upheld', lists.outcomes)?.id, 'substantiated')
  assert.equal(chosen('Quality Concern', lists.kinds)?.id, 'care-concern')
  assert.equal(chosen('', lists.kinds), null)
  const own = listsOf(undefined)
  assert.deepEqual(
    own.kinds.map(({ id }) => id),
    intelligenceKinds,
  )
  assert.deepEqual([own.categories, own.sources, own.routes], [[], [], []])
})
