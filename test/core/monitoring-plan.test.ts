import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Day, day, laterOf, plusDays } from '../../src/core/kit/days.ts'
import { becauseInWords } from '../../src/core/monitoring/because.ts'
import { bandsSince, type Planned, planOf } from '../../src/core/monitoring/plan.ts'
import { countsIn, timeFor } from '../../src/core/monitoring/row.ts'
import { isAtMost, spanAfter } from '../../src/core/monitoring/span.ts'
import { stretchesSince } from '../../src/core/monitoring/stretches.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { shipped } from './shipped.ts'

const [bolton, wirral] = await Promise.all([shipped('bolton-2023'), shipped('wirral-2022')])

const on = (text: string): Day => day(text)

const contract = (changes: Partial<Planned> = {}): Planned => ({
  serviceType: 'care-home',
  grantFunded: false,
  cqcRegistered: true,
  isFlagged: false,
  says: {},
  starts: on('2020-04-01'),
  entered: on('2026-01-05'),
  lastDay: null,
  decided: [],
  lastHeld: {},
  ...changes,
})

const duesOf = (policy: Policy, planned: Planned): Readonly<Record<string, string>> =>
  Object.fromEntries(planOf(policy, planned).map(({ activity, due }) => [activity.id, due]))

const meeting = 'contract-monitoring-meeting'
const assessment = 'pamms-assessment'

const cases: readonly {
  readonly name: string
  readonly policy: Policy
  readonly planned: Planned
  readonly expect: Readonly<Record<string, string>>
}[] = [
  {
    name: 'W3.6: before anyone has decided a service is monitored as Green, from when it came into the plan',
    policy: wirral,
    planned: contract(),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-07-03', [assessment]: '2027-01-05' },
  },
  {
    name: 'W3.24: an assessment is due from the decision that moved the service into its band',
    policy: wirral,
    planned: contract({ decided: [{ band: 'red', from: on('2026-02-02') }] }),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-03-02', [assessment]: '2026-05-01' },
  },
  {
    name: 'W3.24: or from the last full assessment, if that is later',
    policy: wirral,
    planned: contract({
      decided: [{ band: 'red', from: on('2026-02-02') }],
      lastHeld: { [assessment]: on('2026-03-11') },
    }),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-03-02', [assessment]: '2026-06-11' },
  },
  {
    name: 'W3.24: a worse colour makes nothing later than it was due already',
    policy: wirral,
    planned: contract({
      decided: [
        { band: 'green', from: on('2026-01-05') },
        { band: 'red', from: on('2026-12-14') },
      ],
    }),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-07-03', [assessment]: '2027-01-05' },
  },
  {
    name: 'W3.24: to Green and back to Red within days starts no clock anew',
    policy: wirral,
    planned: contract({
      decided: [
        { band: 'red', from: on('2026-02-02') },
        { band: 'green', from: on('2026-03-02') },
        { band: 'red', from: on('2026-03-09') },
      ],
    }),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-03-02', [assessment]: '2026-05-01' },
  },
  {
    name: 'W3.6: the annual statement only where the contract asks for it',
    policy: wirral,
    planned: contract({ isFlagged: true, starts: on('2026-03-02') }),
    expect: {
      'monthly-performance-data': '2026-04-02',
      [meeting]: '2026-09-02',
      [assessment]: '2027-03-02',
      'annual-assurance-statement': '2027-03-02',
    },
  },
  {
    name: 'W1.5: what would fall after the last day of a contract is no duty any more',
    policy: wirral,
    planned: contract({ lastDay: on('2026-08-31') }),
    expect: { 'monthly-performance-data': '2026-02-05', [meeting]: '2026-07-03' },
  },
  {
    name: 'B2.1: a QM1 every 12 months, counted from when it was last held',
    policy: bolton,
    planned: contract({ lastHeld: { qm1: on('2026-02-10') } }),
    expect: { qm1: '2027-02-10', qm3: '2027-01-05', qm4: '2027-01-05' },
  },
  {
    name: 'B2.1: more often by risk, and never due before it was known to be',
    policy: bolton,
    planned: contract({
      decided: [{ band: 'high', from: on('2026-10-08') }],
      lastHeld: { qm1: on('2026-02-10') },
    }),
    expect: { qm1: '2026-10-08', qm3: '2027-01-05', qm4: '2027-01-05' },
  },
  {
    name: 'B2.10: a pharmacy has its visit of the year, and no meeting',
    policy: bolton,
    planned: contract({ serviceType: 'pharmacy' }),
    expect: { qm9: '2027-01-05' },
  },
  {
    name: 'B2.11: the frequency of a grant goes before the year of the table',
    policy: bolton,
    planned: contract({
      grantFunded: true,
      says: { qm6: { asksFor: true, every: { months: 3 } } },
    }),
    expect: { qm6: '2026-04-02' },
  },
  {
    name: 'B2.6: a return has a date where the contract says how often',
    policy: bolton,
    planned: contract({
      serviceType: 'pharmacy',
      says: { qm5: { asksFor: true, every: { months: 1 } } },
    }),
    expect: { qm5: '2026-02-05', qm9: '2027-01-05' },
  },
]

for (const { name, policy, planned, expect } of cases)
  test(name, () => assert.deepEqual(duesOf(policy, planned), expect))

test('X1: a due date says in sentences from when it is counted, and what moved it', () => {
  const words = (planned: Planned, id: string) =>
    planOf(wirral, planned)
      .filter(({ activity }) => activity.id === id)
      .flatMap(({ because }) => becauseInWords(because))
  assert.deepEqual(words(contract(), meeting), [
    'Nobody has decided on the service yet, so it is monitored as Green: “6 monthly”.',
    '6 months from when the service came under the plan on 5 January 2026: 5 July 2026.',
    '5 July 2026 is a Sunday, so it is due on the last working day before.',
  ])
  const worse = contract({
    decided: [
      { band: 'green', from: on('2026-01-05') },
      { band: 'red', from: on('2026-12-14') },
    ],
  })
  assert.deepEqual(words(worse, assessment), [
    'Red: “Within 3 months”.',
    '3 months from 14 December 2026, when the service came into this band or a stricter one: 14 March 2027.',
    'It was due on 5 January 2027 already, and a stricter band makes nothing later.',
  ])
})

test('W3.6: a self-assessment counts for Green alone', () => {
  const activity = wirral.documents.monitoring.activities.find(({ id }) => id === assessment)
  assert.ok(activity)
  const counts = (band: string) => countsIn(activity, band, 'self-assessment')
  assert.deepEqual(['red', 'amber', 'green'].map(counts), [false, false, true])
  assert.equal(countsIn(activity, 'red', 'full-assessment'), true)
})

/** What can happen to a service, in days after what happened before. */
type Happens =
  | { readonly what: 'decide'; readonly after: number; readonly band: number }
  | { readonly what: 'hold'; readonly after: number; readonly activity: number }
  | { readonly what: 'correct'; readonly after: number; readonly activity: number; readonly by: number }
  | { readonly what: 'never-held'; readonly after: number; readonly activity: number }

const after = fc.integer({ min: 0, max: 200 })
const activity = fc.integer({ min: 0, max: 9 })
const happens: fc.Arbitrary<Happens> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constant('decide'), after, band: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('hold'), after, activity }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('correct'),
      after,
      activity,
      by: fc.integer({ min: -90, max: 0 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('never-held'), after, activity }) },
)

const next = (policy: Policy, planned: Planned, today: Day, event: Happens): Planned => {
  if (event.what === 'decide') {
    const band = policy.rating.bands[event.band]?.id ?? ''
    return { ...planned, decided: [...planned.decided, { band, from: today }] }
  }
  const all = policy.documents.monitoring.activities
  const id = all[event.activity % all.length]?.id ?? ''
  const { [id]: held, ...others } = planned.lastHeld
  if (event.what === 'hold') return { ...planned, lastHeld: { ...others, [id]: today } }
  if (held === undefined) return planned
  if (event.what === 'never-held') return { ...planned, lastHeld: others }
  return { ...planned, lastHeld: { ...others, [id]: laterOf(planned.entered, plusDays(held, event.by)) } }
}

/** The latest day that the slowest band since the last time allows. */
const latestAllowed = (policy: Policy, planned: Planned, id: string): Day | null => {
  const found = policy.documents.monitoring.activities.find((each) => each.id === id)
  const start = planned.lastHeld[id] ?? planned.entered
  const spans = stretchesSince(bandsSince(policy, planned), start).flatMap(({ band }) => {
    const time = found && timeFor(found, planned, band)
    return time ? [time.span] : []
  })
  const slowest = spans.reduce((slow, span) => (isAtMost(slow, span) ? span : slow))
  return spanAfter(start, slowest)
}

for (const [name, policy] of [
  ['Wirral', wirral],
  ['Bolton', bolton],
] as const) {
  test(`${name}: whatever is decided, held or corrected, nothing is due later than the slowest band since allows`, () => {
    fc.assert(
      fc.property(fc.array(happens, { maxLength: 25 }), (events) => {
        let [planned, today] = [contract({ isFlagged: true }), on('2026-01-05')]
        for (const event of events) {
          today = plusDays(today, event.after)
          const before = duesOf(policy, planned)
          planned = next(policy, planned, today, event)
          const dues = duesOf(policy, planned)
          assert.deepEqual(Object.keys(dues), Object.keys(before), 'no duty is lost')
          for (const [id, due] of Object.entries(dues)) {
            const latest = latestAllowed(policy, planned, id)
            assert.ok(latest !== null && due <= latest, `${id} is due ${due}, later than ${latest}`)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test(`${name}: a decision moves dates one way only: later for a slower band, earlier for a stricter one`, () => {
    fc.assert(
      fc.property(fc.array(happens, { maxLength: 25 }), (events) => {
        let [planned, today] = [contract({ isFlagged: true }), on('2026-01-05')]
        const { activities } = policy.documents.monitoring
        for (const event of events) {
          today = plusDays(today, event.after)
          const before = { planned, dues: duesOf(policy, planned) }
          planned = next(policy, planned, today, event)
          if (event.what !== 'decide') continue
          const bandOf = (of: Planned) => bandsSince(policy, of).at(-1)?.band ?? ''
          for (const [id, due] of Object.entries(duesOf(policy, planned))) {
            const found = activities.find((each) => each.id === id)
            assert.ok(found)
            const [was, is] = [before.planned, planned].map((of) => timeFor(found, of, bandOf(of))?.span)
            const dueBefore = before.dues[id] ?? ''
            assert.ok(was && is)
            if (isAtMost(is, was))
              assert.ok(due <= dueBefore, `${id}: a stricter band moved ${dueBefore} to ${due}`)
            if (isAtMost(was, is))
              assert.ok(due >= dueBefore, `${id}: a slower band moved ${dueBefore} to ${due}`)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
}
