/** Who sees which field: the table by example, and what must hold of it whatever it says. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { day } from '../../src/core/kit/days.ts'
import { allRoles, type Role, roles } from '../../src/core/people/roles.ts'
import { fields, type RecordKind, type Rule } from '../../src/core/sharing/fields.ts'
import { type Asker, nobodyAsks, relationTo } from '../../src/core/sharing/relation.ts'
import { type Moments, visible } from '../../src/core/sharing/visible.ts'

const today = day('2026-11-21')
const whose = { authority: 'eastmarch', service: 'rowan' }

const asker = (role: Role, more: Partial<Asker> = {}): Asker => ({
  side: roles[role].side,
  roles: [role],
  authorities: ['eastmarch'],
  services: roles[role].side === 'council' ? 'all' : roles[role].side === 'provider' ? ['rowan'] : [],
  ...more,
})

const askers = {
  lead: asker('contract-lead'),
  social: asker('social-worker'),
  auditor: asker('auditor'),
  manager: asker('registered-manager'),
  neighbour: asker('registered-manager', { services: ['sallow'] }),
  'other council': asker('contract-lead', { authorities: ['northfold'] }),
  partner: asker('partner-member'),
  public: nobodyAsks,
} as const

type Who = keyof typeof askers

const past = { shared: day('2026-11-20'), published: day('2026-11-20'), opened: day('2026-11-20') }

/** [record, field, moments that have come, who sees it]. Whoever is not named does not. */
const table: readonly (readonly [RecordKind, string, Moments, readonly Who[]])[] = [
  ['service', 'name', {}, Object.keys(askers) as Who[]],
  ['service', 'rating_overall', {}, Object.keys(askers) as Who[]],
  ['service', 'population', past, ['lead', 'social', 'auditor', 'manager']],
  ['service', 'end_reason', past, ['lead', 'social', 'auditor']],
  ['service', 'contract_lead_id', past, []],
  ['contract', 'reference', past, ['lead', 'auditor', 'manager']],
  ['intelligence', 'kind', past, ['lead']],
  ['intelligence', 'summary', past, ['lead']],
  ['intelligence', 'raisedBy', past, ['lead']],
  ['rating', 'proposed', past, ['lead']],
  ['rating', 'riskScore', past, ['lead']],
  ['rating', 'decided', {}, ['lead']],
  ['rating', 'decided', past, ['lead', 'manager']],
  ['qualityRating', 'pqr', {}, ['lead']],
  ['qualityRating', 'pqr', past, ['lead', 'manager', 'partner']],
  ['qualityRating', 'reasons', past, ['lead', 'manager']],
  ['assessment', 'draftScores', {}, ['lead']],
  ['assessment', 'draftScores', { shared: today }, ['lead', 'manager']],
  ['assessment', 'draftScores', { shared: day('2026-11-22') }, ['lead']],
  ['assessment', 'draftScores', { published: today }, ['lead']],
  ['assessment', 'report', past, ['lead', 'manager']],
  ['assessment', 'pammsRating', { published: today }, ['lead', 'manager']],
  ['assessment', 'pammsRating', { opened: today }, ['lead']],
  ['assessment', 'pammsRating', past, ['lead', 'manager', 'neighbour']],
]

for (const [kind, field, moments, expected] of table)
  test(`${kind}.${field} is seen by ${expected.join(', ') || 'nobody'} when ${Object.keys(moments).join(', ') || 'nothing'} has come`, () => {
    const seeing = (Object.keys(askers) as Who[]).filter(
      (who) => field in visible(kind, { [field]: 1 }, { asker: askers[who], whose, moments, today }),
    )
    assert.deepEqual(seeing, expected)
  })

test('a person of another council is the public to a record, and so is one without a role', () => {
  assert.equal(relationTo(askers['other council'], whose), 'public')
  assert.equal(relationTo({ ...askers.lead, roles: [] }, whose), 'public')
  assert.equal(relationTo(askers.neighbour, whose), 'portal')
})

test('a field that the table does not know is seen by nobody, not even where a word of every object has its name', () => {
  const record = { constructor: 1, toString: 2, secret: 3, name: 4 }
  assert.deepEqual(visible('service', record, { asker: askers.lead, whose, today }), { name: 4 })
})

test('every field names its paragraph', () => {
  for (const [kind, rules] of Object.entries(fields))
    for (const [field, { source }] of Object.entries(rules))
      assert.match(source, /^[WBX]/, `${kind}.${field}`)
})

/** What may ever be public, written a second time: an addition to the table that opens a field must be made twice. */
const publicFields: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  service: [
    'id',
    'name',
    'service_type',
    'place',
    'postcode',
    'provider_name',
    'registered_provider',
    'authority',
    'commissioned',
    'invented',
    'location_id',
    'rating_overall',
    'rating_published',
    'registered_from',
    'registered_to',
    'manager_in_post',
    'ended_on',
  ],
  suspension: ['id', 'kind', 'starts', 'liftedOn', 'standing', 'service', 'serviceName'],
}

const kinds = Object.keys(fields) as RecordKind[]
const wholeOf = (kind: RecordKind) => Object.fromEntries(Object.keys(fields[kind]).map((field) => [field, 1]))
const seenFields = (kind: RecordKind, of: Asker, moments: Moments): readonly string[] =>
  Object.keys(visible(kind, wholeOf(kind), { asker: of, whose, moments, today }))

const days = fc.constantFrom(null, day('2026-11-20'), today, day('2026-11-22'))
const anyMoments = fc.record({ shared: days, published: days, opened: days })
const anyAsker: fc.Arbitrary<Asker> = fc.constantFrom('council', 'provider', 'partner').chain((side) =>
  fc.record({
    side: fc.constant(side),
    roles: fc.subarray(allRoles.filter((role) => roles[role].side === side)),
    authorities: fc.subarray(['eastmarch', 'northfold']),
    services: side === 'council' ? fc.constant('all' as const) : fc.subarray(['rowan', 'sallow']),
  }),
)

test('the public sees the fields of the public list only, whatever has come to pass', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyMoments, (kind, moments) => {
      assert.deepEqual(seenFields(kind, nobodyAsks, moments), publicFields[kind] ?? [])
    }),
  )
})

test('nothing gets more visible when a role, a council or a service is taken away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyAsker, anyMoments, fc.nat(), (kind, of, moments, at) => {
      const less: readonly Asker[] = [
        { ...of, roles: of.roles.toSpliced(at % Math.max(of.roles.length, 1), 1) },
        { ...of, authorities: of.authorities.slice(1) },
        { ...of, services: of.services === 'all' ? 'all' : of.services.slice(1) },
      ]
      const before = new Set(seenFields(kind, of, moments))
      for (const one of less) {
        for (const field of seenFields(kind, one, moments)) assert.ok(before.has(field), `${kind}.${field}`)
      }
    }),
  )
})

test('a moment that has not come opens nothing that would be shut without it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyAsker, (kind, of) => {
      const later = day('2026-11-22')
      assert.deepEqual(
        seenFields(kind, of, { shared: later, published: later, opened: later }),
        seenFields(kind, of, {}),
      )
    }),
  )
})

test('whoever is let in sees at least what the public sees', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyAsker, (kind, of) => {
      const seen = new Set(seenFields(kind, of, {}))
      const rules: Readonly<Record<string, Rule>> = fields[kind]
      for (const [field, rule] of Object.entries(rules))
        if (rule.public === 'always' && relationTo(of, whose) !== 'council') assert.ok(seen.has(field), field)
    }),
  )
})
