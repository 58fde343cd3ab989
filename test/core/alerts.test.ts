/** Rules of alerts, worked out on paper: facts in, causes out (W1.2, W1.6, W1.7, W2.6, W2.9, W3.3, W3.4, W3.6, X1). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { causesOf, settingsOf } from '../../src/core/alerts/causes.ts'
import { dueOf } from '../../src/core/alerts/due.ts'
import { dueInWords } from '../../src/core/alerts/in-words.ts'
import { reconcile, type Standing } from '../../src/core/alerts/reconcile.ts'
import type { Cause } from '../../src/core/alerts/rule.ts'
import { rules } from '../../src/core/alerts/rules.ts'
import type {
  ComparedProposal,
  WatchedActivity,
  WatchedCriterion,
  WatchedProposal,
  WatchedPublication,
  WatchedService,
  WatchedSuspension,
} from '../../src/core/alerts/watched.ts'
import { whoseFor } from '../../src/core/alerts/whose.ts'
import { type Day, day, hourOf, type Instant, instant, plusDays } from '../../src/core/kit/days.ts'
import { allows, allRoles, type Role } from '../../src/core/people/roles.ts'
import { asAt } from './home.ts'
import { shipped } from './shipped.ts'

const [bolton, wirral] = await Promise.all([shipped('bolton-2023'), shipped('wirral-2022')])

const now = hourOf(asAt, 10)
const watching = { now, today: asAt }
const at = (text: string): Instant => hourOf(day(text), 10)

const criterion = (proposes: string | null, changes: Partial<WatchedCriterion> = {}): WatchedCriterion => ({
  id: 'care-concerns',
  name: 'Care concerns',
  source: '3.2',
  proposes,
  because: '3 care concerns for 40 people.',
  applies: true,
  ...changes,
})

const proposal = (band: string | null, changes: Partial<WatchedProposal> = {}): WatchedProposal => ({
  band,
  because: 'Because of 1 of 7 criteria.',
  recordedAt: at('2026-11-18'),
  bandSince: at('2026-11-18'),
  known: 4,
  criteria: [criterion(band)],
  ...changes,
})

const compared = (band: string | null, criteria = [criterion(band)]): ComparedProposal => ({
  band,
  criteria,
  recordedAt: at('2026-10-01'),
  of: 'last-decision',
  on: day('2026-11-02'),
})

const service = (changes: Partial<WatchedService>): WatchedService => ({
  id: 'rowan',
  proposal: null,
  compared: null,
  decision: null,
  gradings: [],
  activities: [],
  visits: [],
  suspensions: [],
  ...changes,
})

const found = (rule: string, changes: Partial<WatchedService>, policy = wirral) =>
  causesOf(policy, [service(changes)], null, watching).filter((cause) => cause.rule === rule)

const causes = (rule: string, changes: Partial<WatchedService>, policy = wirral) =>
  found(rule, changes, policy).map(({ cause }) => cause)

test('a tolerance is crossed where a criterion, or the whole, proposes a worse band than when it was last decided', () => {
  const rule = 'tolerance-crossed'
  for (const [before, after, expected] of [
    ['green', 'red', ['overall:red', 'care-concerns:red']],
    ['green', 'amber', ['overall:amber', 'care-concerns:amber']],
    ['amber', 'amber', []],
    ['red', 'green', []],
    // What was not known is no better band: only the worst is news.
    [null, 'amber', []],
    [null, 'red', ['overall:red', 'care-concerns:red']],
    ['red', null, []],
  ] as const)
    assert.deepEqual(
      causes(rule, { proposal: proposal(after), compared: compared(before) }),
      expected,
      `${before} to ${after}`,
    )
  const [crossed] = found(rule, { proposal: proposal('red'), compared: compared('green') })
  assert.equal(crossed?.says, 'The whole rating: now Red, was Green.')
  assert.deepEqual(crossed?.because.at(1), {
    name: 'Proposed when it was last decided',
    says: 'Green, on 2 November 2026',
  })
})

test('a criterion that the earlier policy did not have is not compared', () => {
  const fresh = proposal('red', { criteria: [criterion('red', { id: 'new-row' })] })
  assert.deepEqual(causes('tolerance-crossed', { proposal: fresh, compared: compared('red') }), [])
})

test('a proposal differs once it has been so for longer than the policy bears: a week in Wirral', () => {
  const rule = 'proposal-differs'
  const decision = { band: 'green', on: day('2026-11-02'), recordedAt: at('2026-11-02') }
  for (const [since, expected] of [
    ['2026-11-13', 1],
    ['2026-11-14', 0],
    ['2026-11-21', 0],
  ] as const)
    assert.equal(
      found(rule, { decision, proposal: proposal('red', { bandSince: at(since) }) }).length,
      expected,
      since,
    )
  assert.deepEqual(
    found(rule, { decision, proposal: proposal('green', { bandSince: at('2026-01-01') }) }),
    [],
  )
  // It was red before the decision too: people saw it then, and the week runs from the decision.
  const late = { ...decision, recordedAt: at('2026-11-19') }
  assert.deepEqual(
    found(rule, { decision: late, proposal: proposal('red', { bandSince: at('2026-01-01') }) }),
    [],
  )
})

const cqc = (grade: string, changes: Partial<WatchedService['gradings'][number]> = {}) => ({
  scheme: 'cqc',
  grade,
  published: day('2026-09-01'),
  parts: [],
  before: null,
  ...changes,
})

const activity = (changes: Partial<WatchedActivity>): WatchedActivity => ({
  id: 'meeting',
  activity: 'contract-monitoring-meeting',
  name: 'Contract Monitoring Meeting',
  state: 'due',
  due: day('2026-12-01'),
  arrangedFor: null,
  heldOn: null,
  person: null,
  ...changes,
})

test('below Good by CQC or PAMMS without engagement is an alert, and any engagement since the rating closes it', () => {
  const rule = 'below-good-without-engagement'
  const pamms = { ...cqc('Requires improvement'), scheme: 'pamms' }
  for (const [what, changes, expected] of [
    ['Requires improvement', { gradings: [cqc('Requires improvement')] }, 1],
    ['Inadequate', { gradings: [cqc('Inadequate')] }, 1],
    ['Good', { gradings: [cqc('Good')] }, 0],
    ['not rated', { gradings: [cqc('Inspected but not rated')] }, 0],
    ['either known rating (W1.7)', { gradings: [cqc('Good'), pamms] }, 1],
    ['both', { gradings: [cqc('Inadequate'), pamms] }, 2],
    ['an activity only due', { gradings: [cqc('Inadequate')], activities: [activity({})] }, 1],
    ['one arranged', { gradings: [cqc('Inadequate')], activities: [activity({ state: 'arranged' })] }, 0],
    [
      'one held since',
      { gradings: [cqc('Inadequate')], activities: [activity({ state: 'held', heldOn: day('2026-09-02') })] },
      0,
    ],
    [
      'one held before',
      { gradings: [cqc('Inadequate')], activities: [activity({ state: 'held', heldOn: day('2026-08-31') })] },
      1,
    ],
    ['a visit since', { gradings: [cqc('Inadequate')], visits: [day('2026-10-01')] }, 0],
    ['a visit before', { gradings: [cqc('Inadequate')], visits: [day('2026-01-01')] }, 1],
  ] as const)
    assert.equal(found(rule, changes).length, expected, what)
})

test('in Bolton one key question at Inadequate is enough (B1.5)', () => {
  const rule = 'below-good-without-engagement'
  const parts = [{ name: 'Safe', grade: 'Inadequate' }]
  assert.equal(found(rule, { gradings: [cqc('Good', { parts })] }, bolton).length, 1)
  assert.equal(found(rule, { gradings: [cqc('Good', { parts })] }).length, 0)
})

test('CQC changed a rating: told for as long as it is new, and not where the grade stayed', () => {
  const rule = 'cqc-rating-changed'
  const before = { grade: 'Good', published: day('2024-01-01') }
  for (const [published, grade, expected] of [
    ['2026-11-01', 'Inadequate', 1],
    ['2026-10-24', 'Inadequate', 1],
    ['2026-10-23', 'Inadequate', 0],
    ['2026-11-01', 'Good', 0],
  ] as const)
    assert.equal(
      found(rule, { gradings: [cqc(grade, { published: day(published), before })] }).length,
      expected,
    )
})

test('what is due is told so many days before, and stays until it is held, cancelled or moved', () => {
  const rule = 'activity-due'
  for (const [changes, expected] of [
    [{ due: plusDays(asAt, 14) }, 1],
    [{ due: plusDays(asAt, 15) }, 0],
    [{ due: plusDays(asAt, -90) }, 1],
    [{ due: plusDays(asAt, 3), state: 'held' }, 0],
    [{ due: plusDays(asAt, 3), state: 'cancelled' }, 0],
    [{ due: null }, 0],
    [{ due: null, state: 'arranged', arrangedFor: plusDays(asAt, 2) }, 1],
  ] as const)
    assert.equal(found(rule, { activities: [activity(changes)] }).length, expected, JSON.stringify(changes))
  const [cause] = found(rule, { activities: [activity({ due: plusDays(asAt, 3), person: 'maren' })] })
  assert.equal(cause?.person, 'maren')
  assert.equal(cause?.opens, '/activities/meeting')
})

test('too little known for a rating is an alert with what is missing', () => {
  const criteria = [
    criterion(null),
    criterion(null, { id: 'b', name: 'PAMMS' }),
    criterion(null, { id: 'c', applies: false }),
  ]
  const [cause] = found('data-missing', { proposal: proposal(null, { criteria }) })
  assert.equal(cause?.says, 'No rating can be proposed: 2 criteria are not known.')
  assert.deepEqual(found('data-missing', { proposal: proposal('green') }), [])
})

const suspension = (changes: Partial<WatchedSuspension>): WatchedSuspension => ({
  id: 'closed-door',
  kind: 'all-new-placements',
  starts: day('2026-09-01'),
  liftedOn: null,
  reviewOn: asAt,
  ...changes,
})

test('a suspension in force is to be reviewed from so many days before its day, until it is lifted or has another (W4.6)', () => {
  const rule = 'suspension-to-review'
  for (const [what, changes, expected] of [
    ['its day has come', {}, ['closed-door:2026-11-21']],
    ['within the warning', { reviewOn: plusDays(asAt, 7) }, ['closed-door:2026-11-28']],
    ['not yet', { reviewOn: plusDays(asAt, 8) }, []],
    ['long ago', { reviewOn: day('2026-09-30') }, ['closed-door:2026-09-30']],
    ['no review was decided', { reviewOn: null }, []],
    ['lifted', { liftedOn: asAt }, []],
    ['to be lifted on a day that is known', { liftedOn: plusDays(asAt, 30) }, []],
    ['not begun', { starts: plusDays(asAt, 1), reviewOn: plusDays(asAt, 5) }, []],
  ] as const)
    assert.deepEqual(causes(rule, { suspensions: [suspension(changes)] }), expected, what)
  const [cause] = found(rule, { suspensions: [suspension({ reviewOn: day('2026-11-20') })] })
  assert.equal(
    cause?.says,
    'New placements are suspended since 1 September 2026. The review was due on 20 November 2026.',
  )
  assert.equal(cause?.due, '2026-11-20')
  assert.equal(cause?.opens, '/services/rowan/suspensions#closed-door')
  assert.deepEqual(cause?.because[0], { name: 'Suspended', says: 'All new placements' })
})

const council = (
  rule: string,
  lastArrived: Instant | null,
  publication: WatchedPublication = { lastReviewed: null, due: null },
  policy = wirral,
) =>
  causesOf(
    policy,
    [],
    {
      feeds: [{ kind: 'section-42', name: 'Section 42 enquiry', from: day('2024-01-01'), lastArrived }],
      publication,
    },
    watching,
  ).filter((cause) => cause.rule === rule)

test('the public list is to be reviewed by the interval of the policy, and where nobody ever did (W1.3)', () => {
  const rule = 'public-list-to-review'
  const lastReviewed = day('2026-08-21')
  for (const [due, expected] of [
    [plusDays(asAt, 14), [plusDays(asAt, 14)]],
    [plusDays(asAt, 15), []],
    [plusDays(asAt, -200), [plusDays(asAt, -200)]],
    [null, ['never']],
  ] as const)
    assert.deepEqual(
      council(rule, null, { lastReviewed: due === null ? null : lastReviewed, due }).map(
        (each) => each.cause,
      ),
      expected,
      `${due}`,
    )
  const [cause] = council(rule, null, { lastReviewed, due: asAt })
  assert.equal(cause?.says, 'The review of the public list of services is due on 21 November 2026.')
  assert.deepEqual(cause?.because, [
    { name: 'Last reviewed', says: '21 August 2026' },
    { name: 'By the policy', says: 'Every 3 months' },
  ])
})

test('a list that is not public is not reviewed', () => {
  const rule = 'public-list-to-review'
  const { publication, ...documents } = wirral.documents
  assert.ok(publication)
  const hidden = { ...publication, register: { ...publication.register, publish: false } }
  for (const policy of [
    { ...wirral, documents },
    { ...wirral, documents: { ...documents, publication: hidden } },
  ])
    assert.deepEqual(council(rule, null, { lastReviewed: null, due: null }, policy), [])
})

test('the public list goes to everyone who may review it, and to nobody else', () => {
  const whose = (role: Role) => whoseFor([role]).byRole.includes('public-list-to-review')
  assert.deepEqual(
    allRoles.filter(whose),
    allRoles.filter((role) => allows([role], 'publication.review')),
  )
  assert.ok(whose('contract-lead') && !whose('director'))
})

test('a feed that spoke and fell silent is told; one that never spoke is not', () => {
  assert.equal(council('feed-silent', at('2026-10-23')).length, 1)
  assert.equal(council('feed-silent', at('2026-10-24')).length, 0)
  assert.equal(council('feed-silent', null).length, 0)
})

test('the review of Wirral’s policy was due on 31 January 2024', () => {
  const [cause] = council('policy-review-overdue', null)
  assert.equal(cause?.due, '2024-01-31')
  assert.equal(cause?.says, 'The review of the policy was due in January 2024.')
})

test('an immediate concern: the same day is the target, 24 elapsed hours are the limit, over a change of the clocks too', () => {
  const settings = settingsOf(wirral, 'immediate-concern')
  for (const [since, due, overdueFrom] of [
    ['2026-11-20T17:30:00.000Z', '2026-11-20', '2026-11-21T17:30:00.000Z'],
    // Clocks go back in the night to 25 October: the day has 25 hours, and 24 have passed an hour earlier by the clock.
    ['2026-10-24T22:30:00.000Z', '2026-10-24', '2026-10-25T22:30:00.000Z'],
    // Half past midnight in summer is still the day before in UTC.
    ['2026-07-01T23:30:00.000Z', '2026-07-02', '2026-07-02T23:30:00.000Z'],
  ] as const)
    assert.deepEqual(dueOf({ since: instant(since) }, settings), { due, overdueFrom })
})

test('due dates are said in words beside the exact day', () => {
  const words = (due: string | null, overdueFrom: string | null = null, urgency = 1) =>
    dueInWords(
      { due: due as Day | null, overdueFrom: overdueFrom === null ? null : instant(overdueFrom), urgency },
      instant('2026-11-21T10:00:00.000Z'),
    ).text
  assert.equal(words('2026-11-18'), '3 days overdue, 18 November 2026')
  assert.equal(words('2026-11-21'), 'Due today, 21 November 2026')
  assert.equal(words('2026-11-22'), 'In 1 day, 22 November 2026')
  assert.equal(words(null), 'No date')
  assert.equal(
    words('2026-11-21', '2026-11-21T13:30:00.000Z', 0),
    'Respond today. 3 hours left, until 13:30 on 21 November 2026',
  )
  assert.equal(
    words('2026-11-17', '2026-11-18T09:00:00.000Z', 0),
    'Overdue by 3 days, since 09:00 on 18 November 2026',
  )
})

test('a policy without alerts finds none', () => {
  const { alerts: _, ...documents } = wirral.documents
  assert.deepEqual(
    causesOf(
      { ...wirral, documents },
      [service({ gradings: [cqc('Inadequate')] })],
      { feeds: [], publication: { lastReviewed: null, due: null } },
      watching,
    ),
    [],
  )
})

test('every rule has a name, a button and what closes it, each its own; and no two have an id', () => {
  for (const key of ['id', 'name', 'clears'] as const)
    assert.ok(new Set(rules.map((rule) => rule[key])).size >= rules.length - 1, key)
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
})

const cause = fc.record({
  rule: fc.constantFrom('tolerance-crossed', 'activity-due'),
  service: fc.constantFrom(null, 'a', 'b', 'c'),
  cause: fc.constantFrom('one', 'two', 'three'),
  since: fc.constant(now),
  says: fc.constantFrom('so', 'so now'),
  because: fc.constant([]),
}) as fc.Arbitrary<Cause>

const keyOf = ({ rule, service: of, cause: what }: Pick<Cause, 'rule' | 'service' | 'cause'>) =>
  `${rule} ${of} ${what}`

/** What stands after the changes were made. */
const apply = (standing: readonly Standing[], found: readonly Cause[]): readonly Standing[] => {
  const { opened, changed, cleared } = reconcile(standing, found)
  const gone = new Set(cleared.map(({ id }) => id))
  const news = new Map(changed.map((each) => [each.id, each.cause]))
  return [
    ...standing
      .filter(({ id }) => !gone.has(id))
      .map((each) => ({ ...each, says: news.get(each.id)?.says ?? each.says })),
    ...opened.map((each, index) => ({ ...each, id: `${index} ${keyOf(each)}`, due: each.due ?? null })),
  ]
}

test('whatever the rules find, one after another, each cause stands once, and looking again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cause)), (looks) => {
      let standing: readonly Standing[] = []
      for (const look of looks) {
        standing = apply(standing, look)
        assert.deepEqual(new Set(standing.map(keyOf)), new Set(look.map(keyOf)))
        assert.equal(new Set(standing.map(keyOf)).size, standing.length)
        const again = reconcile(standing, look)
        assert.deepEqual([again.opened, again.cleared], [[], []])
      }
    }),
  )
})
