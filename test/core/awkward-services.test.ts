/** Twenty services that try to trip the engine. What is expected was worked out on paper, before the engine ran. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Day, day } from '../../src/core/kit/days.ts'
import { readFacts } from '../../src/core/ratings/facts-file/read.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt as usual } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

/** Criteria in the pack's order: r, a or g for a proposal, ? for unknown, - for not applicable. A * marks low confidence. */
type Awkward = {
  readonly what: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly criteria: string
  readonly overall: string | null
  readonly asAt?: Day
}

const concern = (occurred: string, more: object = {}) => ({ kind: 'care-concern', occurred, ...more })
const enquiry = (concluded: string, outcome = 'substantiated', progressed = true) => ({
  kind: 'section-42',
  occurred: '2025-01-01',
  concluded,
  outcome,
  progressed,
})
const complaint = (to: 'provider' | 'authority', concluded: string, outcome: string) => ({
  kind: `complaint-to-${to}`,
  occurred: '2025-01-01',
  concluded,
  outcome,
})

const awkward: readonly Awkward[] = [
  { what: 'nothing at all but a type', facts: {}, criteria: '? ? ? ? ? ? ?', overall: null },
  {
    what: 'population alone: two known zeros are not three',
    facts: { population: 12 },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  // One person: a single concern is 100%, and so is none 0%.
  {
    what: 'one person, one concern',
    facts: { population: 1, intelligence: [concern('2026-11-21')] },
    criteria: '? r* ? g ? ? ?',
    overall: null,
  },
  // More concerns than people is possible: 3 of 2 is 150%; one fewer is 100%, red too.
  {
    what: 'more concerns than people',
    facts: {
      population: 2,
      intelligence: [concern('2026-11-01'), concern('2026-11-01'), concern('2026-11-01')],
    },
    criteria: '? r ? g ? ? ?',
    overall: null,
  },
  // The pharmacy: CQC and notifications do not apply; 1 enquiry not substantiated 0%, 1 complaint of 2, concerns 0: three known.
  {
    what: 'a pharmacy with three of five',
    facts: {
      serviceType: 'pharmacy',
      population: 100,
      intelligence: [
        enquiry('2026-05-01', 'inconclusive'),
        complaint('provider', '2026-05-01', 'substantiated'),
        complaint('provider', '2026-05-01', 'not-substantiated'),
      ],
    },
    criteria: '- g g - a* ? ?',
    overall: 'amber',
  },
  {
    what: 'a rating for a service that has none',
    facts: {
      serviceType: 'social-inclusion',
      population: 100,
      cqc: { overall: 'Inadequate', published: '2026-01-01' },
    },
    criteria: '- g ? - ? ? ?',
    overall: null,
  },
  {
    what: 'a grade in another writing',
    facts: {
      population: 40,
      cqc: {
        overall: ' requires-IMPROVEMENT ',
        published: '2026-01-01',
        keyQuestions: { SAFE: 'good', 'well led': 'OUTSTANDING' },
      },
    },
    criteria: 'a g ? g ? ? ?',
    overall: 'amber',
  },
  {
    what: 'a rating of today',
    facts: { population: 40, cqc: { overall: 'Outstanding', published: '2026-11-21' } },
    criteria: 'g* g ? g ? ? ?',
    overall: 'green',
  },
  {
    what: 'a rating of tomorrow',
    facts: { population: 40, cqc: { overall: 'Outstanding', published: '2026-11-22' } },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  // 29 February 2028 less three years is 28 February 2025: published on the 27th is older, on the 28th is not.
  {
    what: 'a leap day, three years back',
    asAt: day('2028-02-29'),
    facts: {
      population: 40,
      cqc: { overall: 'Good', published: '2025-02-28', keyQuestions: { Safe: 'Good' } },
    },
    criteria: 'g g ? g ? ? ?',
    overall: 'green',
  },
  {
    what: 'a leap day, three years and a day back',
    asAt: day('2028-02-29'),
    facts: {
      population: 40,
      cqc: { overall: 'Good', published: '2025-02-27', keyQuestions: { Safe: 'Good' } },
    },
    criteria: 'g* g ? g ? ? ?',
    overall: 'green',
  },
  // 30 November less three months is 30 August: the 30th is out, the 31st is in. 1 of 40 is 2.5%.
  {
    what: 'the end of November',
    asAt: day('2026-11-30'),
    facts: { population: 40, intelligence: [concern('2026-08-30'), concern('2026-08-31')] },
    criteria: '? a* ? g ? ? ?',
    overall: null,
  },
  // 29 February 2024 less twelve months is 28 February 2023: concluded on the 28th is out.
  {
    what: 'a year from a leap day',
    asAt: day('2024-02-29'),
    facts: { population: 40, intelligence: [{ ...enquiry('2023-02-28'), occurred: '2023-01-01' }] },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  {
    what: 'collected by the file, not by the service',
    facts: { population: 40, collected: { 'care-concern': '2026-10-01' } },
    criteria: '? ? ? g ? ? ?',
    overall: null,
  },
  {
    what: 'collected does not touch proportions',
    facts: {
      population: 40,
      collected: { 'section-42': '2026-11-20' },
      intelligence: [enquiry('2026-01-01', 'not-substantiated')],
    },
    criteria: '? g g g ? ? ?',
    overall: 'green',
  },
  // Occurred in the window, but recorded after the day.
  {
    what: 'a concern that came to light tomorrow',
    facts: { population: 40, intelligence: [concern('2026-11-01', { recorded: '2026-11-22' })] },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  // Recorded late: concluded in May, recorded in November. Known as concluded on the later of the two days.
  {
    what: 'a case recorded long after it was concluded',
    asAt: day('2026-10-31'),
    facts: { population: 40, intelligence: [{ ...enquiry('2026-05-01'), recorded: '2026-11-10' }] },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  // PAMMS newest is not rated: the older grade does not come back.
  {
    what: 'an assessment that lost its grade',
    facts: {
      population: 40,
      assessments: [
        { kind: 'pamms', overall: 'Poor', published: '2026-01-01' },
        { kind: 'pamms', overall: 'Insufficient evidence to rate', published: '2026-06-01' },
      ],
    },
    criteria: '? g ? g ? ? ?',
    overall: null,
  },
  // Good overall with a Poor deciding standard: Good may be Amber or Green, never Red.
  {
    what: 'Good with a Poor standard',
    facts: {
      population: 40,
      assessments: [
        {
          kind: 'pamms',
          overall: 'Good',
          published: '2026-01-01',
          standards: { 'Management of medicines': 'Poor' },
        },
      ],
    },
    criteria: '? g ? g ? ? a',
    overall: 'amber',
  },
  // 7 of 7 criteria, each at the far end of Amber. 2/40 = 5%; 1/2; 8/40 = 20%; 1/2; 1/2. Requires improvement with Good parts.
  {
    what: 'Amber to the last hair in all seven',
    facts: {
      population: 40,
      cqc: {
        overall: 'Requires improvement',
        published: '2026-01-01',
        keyQuestions: { Safe: 'Good', 'Well-led': 'Good' },
      },
      assessments: [
        {
          kind: 'pamms',
          overall: 'Requires improvement',
          published: '2026-01-01',
          standards: { Records: 'Requires improvement' },
        },
      ],
      intelligence: [
        concern('2026-09-01'),
        concern('2026-09-01'),
        enquiry('2026-05-01'),
        enquiry('2026-05-02', 'substantiated', false),
        ...Array.from({ length: 8 }, () => ({ kind: 'cqc-notification', occurred: '2026-09-01' })),
        complaint('provider', '2026-05-01', 'substantiated'),
        complaint('provider', '2026-05-01', 'inconclusive'),
        complaint('authority', '2026-05-01', 'substantiated'),
        complaint('authority', '2026-05-01', 'not-substantiated'),
      ],
    },
    criteria: 'a a a* a a* a* a',
    overall: 'amber',
  },
]

for (const { what, facts, criteria, overall, asAt = usual } of awkward)
  test(what, () => {
    const read = readFacts({ services: [{ id: 's', serviceType: 'care-home', ...facts }] }, wirral)
    assert.ok(read.ok, JSON.stringify(read))
    const [service] = read.services
    assert.ok(service)
    const rating = rate(service, wirral, asAt)
    const found = rating.criteria.map((each) => {
      if (each.state === 'unknown') return '?'
      if (each.state === 'not-applicable') return '-'
      return `${each.proposes[0]}${each.confidence.level === 'low' ? '*' : ''}`
    })
    assert.equal(found.join(' '), criteria)
    assert.equal(rating.overall.band, overall)
  })
