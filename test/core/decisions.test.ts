/** How people decide ratings: what a choice needs, who must agree, in which order, what is new, and how it went (W3.4, WA1). */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { agreementOf, type Choice } from '../../src/core/decisions/agreement.ts'
import { waitsFor } from '../../src/core/decisions/awaits.ts'
import { judgeChoice } from '../../src/core/decisions/choice-form.ts'
import { condensed } from '../../src/core/decisions/condensed.ts'
import { departureOf, needsReason } from '../../src/core/decisions/departure.ts'
import { nextDue, ratingMeetings, teamsOf } from '../../src/core/decisions/meetings.ts'
import { newsOf, type ProposalThen } from '../../src/core/decisions/news.ts'
import { groupOf, groups, inOrder, type Placed } from '../../src/core/decisions/order.ts'
import { permittedOverall } from '../../src/core/decisions/permitted.ts'
import { trendInWords, trendOf } from '../../src/core/decisions/trend.ts'
import { day } from '../../src/core/kit/days.ts'
import { allRoles, type Role } from '../../src/core/people/roles.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt, concerns, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const bands = wirral.rating.bands
const ids = bands.map(({ id }) => id)
const [lead, manager] = ['operational-lead', 'quality-improvement-manager'] as const

const departures = [
  // proposed, permitted, chosen, departure
  ['red', ['red', 'amber'], 'red', 'follows'],
  ['red', ['red', 'amber'], 'amber', 'permitted'],
  ['red', ['red', 'amber'], 'green', 'override'],
  ['green', ['green'], 'amber', 'override'],
  [null, [], 'amber', 'unproposed'],
  [null, ['amber'], 'amber', 'unproposed'],
] as const

for (const [proposed, permits, chosen, departure] of departures)
  test(`${chosen} where ${proposed ?? 'nothing'} is proposed and ${permits.join(' or ') || 'nothing'} permitted: ${departure}`, () => {
    assert.equal(departureOf(chosen, { band: proposed, permits }), departure)
    assert.equal(needsReason(departure), departure !== 'follows')
  })

const judged = { name: 'Rowan House', bands, stands: 'p1.none', reasonGiven: false }
const typed = { service: 's', band: 'amber', note: '', seen: 'p1.none' }
const red = { band: 'red', permits: ['red', 'amber'] }

test('a choice that differs needs a reason, unless somebody who chose the same gave it', () => {
  const result = (changes: object, given: object = {}) =>
    judgeChoice({ ...typed, ...changes }, { ...judged, proposed: red, ...given })
  assert.deepEqual(result({ band: 'red' }), { departure: 'follows' })
  assert.match(JSON.stringify(result({})), /note-s.*say why Amber, where Red is proposed/)
  assert.match(
    JSON.stringify(result({ band: 'green' })),
    /note-s.*do not permit Green.*reason for overriding/,
  )
  assert.match(JSON.stringify(result({}, { proposed: { band: null, permits: [] } })), /too little is known/)
  assert.deepEqual(result({ note: 'One bad month' }), { departure: 'permitted' })
  assert.deepEqual(result({}, { reasonGiven: true }), { departure: 'permitted' })
})

test('a choice made on what has changed meanwhile is refused, whatever it says', () => {
  const result = judgeChoice({ ...typed, band: 'red' }, { ...judged, proposed: red, stands: 'p2.none' })
  assert.match(JSON.stringify(result), /band-s.*changed meanwhile/)
})

test('a note without a colour, and a colour that the policy does not have', () => {
  for (const band of ['', 'purple'])
    assert.match(
      JSON.stringify(judgeChoice({ ...typed, band, note: 'x' }, { ...judged, proposed: red })),
      /choose a rating/,
    )
})

const by = (person: string, roles: readonly Role[], band = 'red', proposal: string | null = 'p'): Choice => ({
  person,
  roles,
  band,
  proposal,
})

const agreements = [
  ['nobody', [], 'open'],
  ['one of two', [by('a', [lead])], 'waiting'],
  ['both alike', [by('a', [lead]), by('b', [manager])], 'agreed'],
  ['both, differing', [by('a', [lead]), by('b', [manager], 'amber')], 'differs'],
  ['one person who holds both roles', [by('a', [lead, manager])], 'waiting'],
  ['one with both, and another with one', [by('a', [lead, manager]), by('b', [lead])], 'agreed'],
  ['two of the same role', [by('a', [lead]), by('b', [lead])], 'waiting'],
  [
    'a third of the role who differs',
    [by('a', [lead]), by('b', [manager]), by('c', [lead], 'amber')],
    'differs',
  ],
  [
    'a choice on another proposal does not count',
    [by('a', [lead]), by('b', [manager], 'red', 'old')],
    'waiting',
  ],
  ['nor does one of a role that is not asked', [by('a', [lead]), by('b', ['commissioner'])], 'waiting'],
] as const satisfies readonly (readonly [string, readonly Choice[], string])[]

for (const [what, choices, state] of agreements)
  test(`agreement of two roles: ${what}: ${state}`, () => {
    assert.equal(agreementOf([lead, manager], choices, 'p').state, state)
  })

const waits = [
  // who asks, with which roles; what was chosen; for whom it waits
  ['the other role', by('b', [manager]), [by('a', [lead])], 'you'],
  ['who chose', by('a', [lead]), [by('a', [lead])], 'others'],
  ['another of the same role', by('c', [lead]), [by('a', [lead])], null],
  [
    'another of the same role, where the first can take the other seat',
    by('c', [lead]),
    [by('a', [lead, manager])],
    'you',
  ],
  ['nobody chose', by('a', [lead]), [], null],
  ['both agreed', by('a', [lead]), [by('a', [lead]), by('b', [manager])], null],
  ['two differ', by('a', [lead]), [by('a', [lead]), by('b', [manager], 'amber')], null],
  ['no role that is asked', by('d', []), [by('a', [lead])], null],
  [
    'who chose on a proposal that is gone',
    by('b', [manager]),
    [by('a', [lead]), by('b', [manager], 'red', 'old')],
    'you',
  ],
  [
    'whose own choice on a proposal that is gone is all there is',
    by('a', [lead]),
    [by('a', [lead], 'red', 'old')],
    null,
  ],
] as const satisfies readonly (readonly [string, Choice, readonly Choice[], string | null])[]

for (const [what, { person, roles }, choices, whom] of waits)
  test(`a service waits at a session: ${what}: ${whom ?? 'for nobody'}`, () => {
    const chosen = { required: [lead, manager], choices, proposal: 'p' }
    assert.equal(waitsFor(chosen, { person, roles }), whom)
  })

const someRoles = fc.uniqueArray(fc.constantFrom(...allRoles.slice(0, 4)), { minLength: 1, maxLength: 3 })
const someChoices = fc.uniqueArray(
  fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd'),
    roles: someRoles,
    band: fc.constantFrom(...ids),
    proposal: fc.constantFrom('p', 'old', null),
  }),
  { selector: ({ person }) => person, maxLength: 4 },
)

test('whatever is chosen: it waits for nobody but where it is waiting, and agreeing makes who was awaited one who waits or decides', () => {
  fc.assert(
    fc.property(someRoles, someChoices, someRoles, (required, choices, roles) => {
      const chosen = { required, choices, proposal: 'p' }
      const { state } = agreementOf(required, choices, 'p')
      const whom = waitsFor(chosen, { person: 'z', roles })
      if (state !== 'waiting') assert.equal(whom, null)
      if (whom !== 'you') return
      const [first] = choices.filter(
        (each) => each.proposal === 'p' && each.roles.some((role) => required.includes(role)),
      )
      const after = [...choices, by('z', roles, first?.band)]
      const now = agreementOf(required, after, 'p').state
      assert.ok(
        now === 'agreed' || waitsFor({ ...chosen, choices: after }, { person: 'z', roles }) === 'others',
      )
    }),
  )
})

test('whatever is chosen: what is agreed has each role once, by as many people, who all chose it on this proposal', () => {
  fc.assert(
    fc.property(someRoles, someChoices, (required, choices) => {
      const agreement = agreementOf(required, choices, 'p')
      if (agreement.state !== 'agreed') return
      const { deciders, band } = agreement
      assert.deepEqual(
        deciders.map(({ role }) => role),
        required,
      )
      assert.equal(new Set(deciders.map(({ person }) => person)).size, required.length)
      for (const { person, role } of deciders) {
        const choice = choices.find((each) => each.person === person)
        assert.ok(choice?.band === band && choice.proposal === 'p' && choice.roles.includes(role))
      }
    }),
  )
})

test('the order in which people choose changes nothing', () => {
  fc.assert(
    fc.property(someRoles, someChoices, (required, choices) => {
      const [one, other] = [choices, choices.toReversed()].map((each) => agreementOf(required, each, 'p'))
      assert.equal(one?.state, other?.state)
    }),
  )
})

const placed = (changes: Partial<Placed>): Placed => ({
  service: 's',
  name: 'S',
  decided: 'amber',
  proposed: 'amber',
  lowConfidence: false,
  missing: 0,
  sentBack: false,
  ...changes,
})

test('a row is of the first group that fits', () => {
  assert.equal(groupOf(placed({})), 'rest')
  assert.equal(groupOf(placed({ missing: 2 })), 'missing')
  assert.equal(groupOf(placed({ proposed: null })), 'missing')
  assert.equal(groupOf(placed({ missing: 2, lowConfidence: true })), 'low-confidence')
  assert.equal(groupOf(placed({ proposed: 'red', lowConfidence: true })), 'differs')
  assert.equal(groupOf(placed({ decided: null })), 'differs')
  assert.equal(groupOf(placed({ proposed: 'red', sentBack: true })), 'sent-back')
})

const somePlaced = fc.record({
  service: fc.uuid(),
  name: fc.string({ maxLength: 3 }),
  decided: fc.constantFrom(null, ...ids),
  proposed: fc.constantFrom(null, ...ids),
  lowConfidence: fc.boolean(),
  missing: fc.nat(2),
  sentBack: fc.boolean(),
})

test('rows come group by group, the worst first, and none is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(somePlaced, { selector: ({ service }) => service }), (rows) => {
      const ordered = inOrder(rows, ids)
      assert.deepEqual(new Set(ordered), new Set(rows))
      assert.deepEqual(inOrder(rows.toReversed(), ids), ordered)
      const worst = ({ decided, proposed }: Placed) =>
        Math.min(...[decided, proposed].map((band) => (band === null ? ids.length : ids.indexOf(band))))
      for (const [index, row] of ordered.entries()) {
        const next = ordered[index + 1]
        if (next === undefined) continue
        const [here, there] = [row, next].map((each) => groups.indexOf(groupOf(each)))
        assert.ok((here ?? 0) <= (there ?? 0))
        if (here === there) assert.ok(worst(row) <= worst(next))
      }
    }),
  )
})

const criterion = (id: string, proposes: string | null, value: number | null = 1) => ({
  id,
  name: id.toUpperCase(),
  state: proposes === null ? ('unknown' as const) : ('known' as const),
  proposes,
  value: proposes === null ? null : value,
})

test('what is new: the whole, a colour, what is known now or no more, and a figure', () => {
  const then: ProposalThen = {
    band: 'amber',
    criteria: [
      criterion('a', 'amber'),
      criterion('b', null),
      criterion('c', 'green'),
      criterion('d', 'green'),
    ],
  }
  const now: ProposalThen = {
    band: 'red',
    criteria: [
      criterion('a', 'red', 3),
      criterion('b', 'green'),
      criterion('c', null),
      criterion('d', 'green', 2),
    ],
  }
  assert.deepEqual(newsOf(then, now, bands), [
    'Proposed Red, was Amber',
    'A: Red, was Amber',
    'B: now known, Green',
    'C: not known any more',
    'D: the figure changed',
  ])
  assert.deepEqual(newsOf(then, then, bands), [])
  assert.deepEqual(newsOf(null, now, bands), ['Rated for the first time'])
  assert.deepEqual(newsOf(then, null, bands), [])
})

test('a trend is read at the end of each of twelve weeks, and said in words', () => {
  const until = day('2026-11-21')
  const stood = [
    { band: 'amber', from: day('2026-01-01'), to: day('2026-11-07') },
    { band: 'red', from: day('2026-11-07'), to: null },
  ]
  const trend = trendOf(stood, until)
  assert.deepEqual(trend, [...Array.from({ length: 9 }, () => 'amber'), 'red', 'red', 'red'])
  assert.equal(trendInWords(trend, bands), 'Red for 3 weeks, Amber before, worse than before')
  assert.equal(trendInWords(trend.toReversed(), bands), 'Amber for 9 weeks, Red before, better than before')
  assert.equal(trendInWords(trendOf([], until), bands), 'Not rated for 12 weeks or more')
  assert.equal(trendInWords(['red', null], bands), 'Not rated for 1 week, Red before')
})

test('the criteria permit for the whole what the policy’s own rule gives of any of their bands (WA1)', () => {
  const permitted = (facts: Parameters<typeof home>[0]) =>
    permittedOverall(wirral.rating, rate(home(facts), wirral, asAt).criteria)
  const cqc = (overall: string) => [{ scheme: 'cqc', published: asAt, recorded: asAt, overall, parts: {} }]
  assert.deepEqual(permitted({ gradings: cqc('Requires improvement') }), ['red', 'amber'])
  assert.deepEqual(permitted({ gradings: cqc('Good') }), ['amber', 'green'])
  // Red by concerns, whatever CQC's rating permits.
  assert.deepEqual(permitted({ gradings: cqc('Good'), intelligence: concerns(4) }), ['red'])
  assert.deepEqual(permitted({ gradings: [], collectedFrom: {} }), [])
})

test('what is proposed is always permitted', () => {
  for (const grade of ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'])
    for (const number of [0, 1, 2, 3]) {
      const gradings = [{ scheme: 'cqc', published: asAt, recorded: asAt, overall: grade, parts: {} }]
      const rating = rate(home({ gradings, intelligence: concerns(number) }), wirral, asAt)
      assert.ok(permittedOverall(wirral.rating, rating.criteria).includes(rating.overall.band ?? 'none'))
    }
})

test('the policy says who decides, who confirms, how often, and with whom it is shared', () => {
  assert.deepEqual(
    ratingMeetings(wirral).map(({ id, part, agreedBy }) => [id, part, agreedBy]),
    [
      ['weekly-decision', 'decides', [lead, manager]],
      ['joint-monthly-meeting', 'confirms', []],
      ['extraordinary-meeting', 'decides-at-any-time', [lead, manager]],
    ],
  )
  const [weekly, monthly, extraordinary] = ratingMeetings(wirral)
  assert.ok(weekly && monthly && extraordinary)
  assert.equal(nextDue(weekly, day('2026-11-14')), '2026-11-21')
  assert.equal(nextDue(monthly, day('2026-10-31')), '2026-11-30')
  assert.equal(nextDue(extraordinary, day('2026-11-14')), null)
  assert.deepEqual(
    teamsOf(wirral).map(({ name }) => name),
    ['Commissioning team', 'Contracts team', 'Quality improvement team'],
  )
})

test('a confirmation tells what moved or differed, and of each service the last', () => {
  const made = (
    service: string,
    band: string,
    before: string | null,
    departure: 'follows' | 'permitted',
  ) => ({
    service,
    band,
    before,
    departure,
  })
  const moved = made('a', 'red', 'amber', 'follows')
  const kept = made('a', 'red', 'red', 'follows')
  const differed = made('b', 'amber', 'amber', 'permitted')
  const last = made('b', 'amber', 'amber', 'follows')
  assert.deepEqual(condensed([moved, kept, { ...kept }, differed, last]), [
    moved,
    { ...kept },
    differed,
    last,
  ])
})
