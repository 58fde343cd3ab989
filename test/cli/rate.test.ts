import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { rate } from '../../src/cli/rate.ts'
import { run } from './run.ts'

const folder = await mkdtemp(join(tmpdir(), 'plumbline-rate-'))
after(() => rm(folder, { recursive: true }))

let files = 0
const fileOf = async (text: string): Promise<string> => {
  files += 1
  const path = join(folder, `${files}.json`)
  await writeFile(path, text)
  return path
}

const rated = async (facts: unknown, ...words: readonly string[]) =>
  run(
    rate,
    '--pack',
    'packs/wirral-2022',
    '--facts',
    await fileOf(JSON.stringify(facts)),
    '--as-at',
    '2026-11-21',
    '--json',
    ...words,
  )

const example = {
  services: [
    {
      id: 's1',
      name: 'Rowan House',
      serviceType: 'care-home',
      population: 40,
      cqc: {
        overall: 'Good',
        published: '2025-03-01',
        keyQuestions: {
          Safe: 'Good',
          Effective: 'Good',
          Caring: 'Good',
          Responsive: 'Good',
          'Well-led': 'Requires improvement',
        },
      },
      assessments: [
        { kind: 'pamms', overall: 'Good', published: '2026-05-01', standards: { Consent: 'Good' } },
      ],
      intelligence: [
        { kind: 'care-concern', occurred: '2026-10-01', recorded: '2026-10-02' },
        {
          kind: 'section-42',
          occurred: '2026-02-01',
          concluded: '2026-05-10',
          progressed: true,
          outcome: 'substantiated',
        },
      ],
    },
  ],
}

test("the contract's example, to the letter", async () => {
  const { exit, out, said } = await rated(example)
  assert.equal(exit, 0)
  assert.deepEqual(said, [])
  const [service, ...others] = JSON.parse(out)
  assert.equal(others.length, 0)
  assert.deepEqual(Object.keys(service), ['service', 'overall', 'policy', 'criteria'])
  const { because, ...overall } = service.overall
  assert.deepEqual(overall, {
    band: 'red',
    state: 'known',
    decidedBy: ['section-42-substantiated'],
    known: 5,
    missing: ['provider-complaints-substantiated', 'asc-complaints-substantiated'],
  })
  assert.match(because, /^Red because of 1 of 5 known criteria/)
  const { sha256, ...policy } = service.policy
  assert.deepEqual(policy, { pack: 'wirral-2022', version: '1', inForceFrom: '2022-12-01' })
  assert.match(sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(
    service.criteria.map(({ id, kind, proposes }: { id: string; kind: string; proposes: string }) => [
      id,
      kind,
      proposes,
    ]),
    [
      ['cqc-rating', 'rating', 'amber'],
      ['care-concerns', 'rate', 'amber'],
      ['section-42-substantiated', 'proportion', 'red'],
      ['cqc-notifications', 'rate', 'green'],
      ['provider-complaints-substantiated', 'proportion', null],
      ['asc-complaints-substantiated', 'proportion', null],
      ['pamms', 'rating', 'green'],
    ],
  )
  const { because: why, ...concerns } = service.criteria[1]
  assert.match(why, /^1 care concern for 40 people/)
  assert.deepEqual(concerns, {
    id: 'care-concerns',
    kind: 'rate',
    state: 'known',
    numerator: 1,
    denominator: 40,
    value: 0.025,
    interval: { low: 0.000633, high: 0.139291 },
    permits: ['amber'],
    proposes: 'amber',
    confidence: 'low',
    window: { after: '2026-08-21', to: '2026-11-21' },
    source: '3.2',
  })
})

test('every key is always present, in every state', async () => {
  const { out } = await rated({
    services: [
      { id: 'a', serviceType: 'pharmacy' },
      { id: 'b', serviceType: 'other' },
    ],
  })
  const keys = [
    'id',
    'kind',
    'state',
    'numerator',
    'denominator',
    'value',
    'interval',
    'permits',
    'proposes',
    'confidence',
    'window',
    'source',
    'because',
  ]
  for (const { criteria } of JSON.parse(out))
    for (const each of criteria) assert.deepEqual(Object.keys(each), keys)
})

test('services come in the order of the file', async () => {
  const ids = ['z', 'a', 'm']
  const { out } = await rated({ services: ids.map((id) => ({ id, serviceType: 'care-home' })) })
  assert.deepEqual(
    JSON.parse(out).map(({ service }: { service: string }) => service),
    ids,
  )
})

test('without --json it says it in words', async () => {
  const { exit, out } = await run(
    rate,
    '--pack',
    'packs/wirral-2022',
    '--facts',
    await fileOf(JSON.stringify(example)),
    '--as-at',
    '2026-11-21',
  )
  assert.equal(exit, 0)
  assert.match(out, /^Rowan House \(s1\), 21 November 2026\nRed because of 1 of 5/)
})

test('without --as-at it is today in London', async () => {
  const { exit, out } = await run(
    rate,
    '--pack',
    'packs/wirral-2022',
    '--facts',
    await fileOf(JSON.stringify(example)),
    '--json',
  )
  assert.equal(exit, 0)
  const today = Temporal.Now.plainDateISO('Europe/London').toString()
  assert.equal(JSON.parse(out)[0].criteria[1].window.to, today)
})

test('what the service says is collected wins over what the file says, kind by kind', async () => {
  const home = { serviceType: 'care-home', population: 40 }
  const collected = { 'care-concern': '2026-10-01', 'cqc-notification': '2026-10-01' }
  const { out } = await rated({
    collected,
    services: [
      { ...home, id: 'a' },
      { ...home, id: 'b', collected: { 'care-concern': '2026-08-22' } },
    ],
  })
  const states = JSON.parse(out).map(({ criteria }: { criteria: { state: string }[] }) => [
    criteria[1]?.state,
    criteria[3]?.state,
  ])
  assert.deepEqual(states, [
    ['unknown', 'unknown'],
    ['known', 'unknown'],
  ])
})

const home = { id: 'a', serviceType: 'care-home', population: 40 }
const withItem = (item: object) => ({ services: [{ ...home, intelligence: [item] }] })
const assessed = (...assessments: object[]) => ({ services: [{ ...home, assessments }] })

// biome-ignore format: a table
const faults: readonly (readonly [what: string, facts: unknown, path: string])[] = [
  ['concluded without outcome', withItem({ kind: 'complaint-to-provider', occurred: '2026-01-01', concluded: '2026-02-01' }), '$.services[0].intelligence[0].outcome'],
  ['a concluded section 42 without progressed', withItem({ kind: 'section-42', occurred: '2026-01-01', concluded: '2026-02-01', outcome: 'substantiated' }), '$.services[0].intelligence[0].progressed'],
  ['recorded before occurred', withItem({ kind: 'care-concern', occurred: '2026-01-02', recorded: '2026-01-01' }), '$.services[0].intelligence[0].recorded'],
  ['concluded before occurred', withItem({ kind: 'complaint-to-provider', occurred: '2026-01-02', concluded: '2026-01-01', outcome: 'inconclusive' }), '$.services[0].intelligence[0].concluded'],
  ['a population of 0', { services: [{ ...home, population: 0 }] }, '$.services[0].population'],
  ['a population of a half', { services: [{ ...home, population: 1.5 }] }, '$.services[0].population'],
  ['a population in words', { services: [{ ...home, population: '40' }] }, '$.services[0].population'],
  ['one id twice', { services: [home, { ...home, id: 'b' }, home] }, '$.services[2].id'],
  ['one item id twice', { services: [{ ...home, intelligence: [{ id: 'x', kind: 'care-concern', occurred: '2026-01-01' }, { id: 'x', kind: 'care-concern', occurred: '2026-01-01' }] }] }, '$.services[0].intelligence[1].id'],
  ['two assessments of one kind on one day', assessed({ kind: 'pamms', overall: 'Good', published: '2026-01-01' }, { kind: 'pamms', overall: 'Poor', published: '2026-01-01' }), '$.services[0].assessments[1].published'],
  ['an unknown key of the file', { services: [], extra: 1 }, '$.extra'],
  ['an unknown key of a service', { services: [{ ...home, polulation: 40 }] }, '$.services[0].polulation'],
  ['an unknown key of an item', withItem({ kind: 'care-concern', occurred: '2026-01-01', note: '' }), '$.services[0].intelligence[0].note'],
  ['an unknown key of cqc', { services: [{ ...home, cqc: { grade: 'Good' } }] }, '$.services[0].cqc.grade'],
  ['an unknown kind', withItem({ kind: 'gossip', occurred: '2026-01-01' }), '$.services[0].intelligence[0].kind'],
  ['an unknown kind of collected', { services: [], collected: { gossip: '2026-01-01' } }, '$.collected.gossip'],
  ['an unknown kind of assessment', assessed({ kind: 'self', overall: 'Good', published: '2026-01-01' }), '$.services[0].assessments[0].kind'],
  ['an unknown outcome', withItem({ kind: 'section-42', occurred: '2026-01-01', concluded: '2026-02-01', progressed: true, outcome: 'upheld' }), '$.services[0].intelligence[0].outcome'],
  ['an unknown service type', { services: [{ ...home, serviceType: 'castle' }] }, '$.services[0].serviceType'],
  ['an unknown key question', { services: [{ ...home, cqc: { overall: 'Good', published: '2026-01-01', keyQuestions: { Friendly: 'Good' } } }] }, '$.services[0].cqc.keyQuestions.Friendly'],
  ['an unknown standard', assessed({ kind: 'pamms', overall: 'Good', published: '2026-01-01', standards: { Manners: 'Good' } }), '$.services[0].assessments[0].standards.Manners'],
  ['an unknown grade', { services: [{ ...home, cqc: { overall: 'Fine', published: '2026-01-01' } }] }, '$.services[0].cqc.overall'],
  ["CQC's lowest grade in PAMMS", assessed({ kind: 'pamms', overall: 'Inadequate', published: '2026-01-01' }), '$.services[0].assessments[0].overall'],
  ['an unknown grade of a key question', { services: [{ ...home, cqc: { overall: 'Good', published: '2026-01-01', keyQuestions: { Safe: 'Fine' } } }] }, '$.services[0].cqc.keyQuestions.Safe'],
  ['a grade without published', { services: [{ ...home, cqc: { overall: 'Good' } }] }, '$.services[0].cqc.published'],
  ['a grade of an assessment without published', assessed({ kind: 'pamms', overall: 'Good' }), '$.services[0].assessments[0].published'],
  ['a date of another form', withItem({ kind: 'care-concern', occurred: '01/02/2026' }), '$.services[0].intelligence[0].occurred'],
  ['a date that no calendar has', withItem({ kind: 'care-concern', occurred: '2026-02-30' }), '$.services[0].intelligence[0].occurred'],
  ['a date and time', withItem({ kind: 'care-concern', occurred: '2026-02-03T10:00:00Z' }), '$.services[0].intelligence[0].occurred'],
  ['a date that is missing', withItem({ kind: 'care-concern' }), '$.services[0].intelligence[0].occurred'],
  ['no services', {}, '$.services'],
  ['no object', [], '$'],
  ['nothing', null, '$'],
]

for (const [what, facts, path] of faults)
  test(`fault: ${what}`, async () => {
    const { exit, out, said } = await rated(facts)
    assert.deepEqual({ exit, out, lines: said.length }, { exit: 2, out: '', lines: 1 }, said.join('\n'))
    const [line = ''] = said
    assert.ok(line.startsWith(`${path}: `), line)
    assert.ok(!line.includes('\n'))
  })

test('all faults are reported, not the first; also those of one object', async () => {
  const { exit, said } = await rated({
    services: [
      {
        ...home,
        population: -1,
        serviceType: 'castle',
        intelligence: [
          {
            kind: 'section-42',
            occurred: '2026-01-02',
            recorded: '2026-01-01',
            concluded: '2025-01-01',
            odd: true,
          },
        ],
      },
      {
        ...home,
        assessments: [
          { kind: 'pamms', overall: 'Fine' },
          { kind: 'pamms', published: 'x' },
        ],
      },
    ],
  })
  assert.equal(exit, 2)
  const paths = said.map((line) => line.slice(0, line.indexOf(': '))).sort()
  assert.deepEqual(paths, [
    '$.services[0].intelligence[0].concluded',
    '$.services[0].intelligence[0].odd',
    '$.services[0].intelligence[0].outcome',
    '$.services[0].intelligence[0].progressed',
    '$.services[0].intelligence[0].recorded',
    '$.services[0].population',
    '$.services[0].serviceType',
    '$.services[1].assessments[0].overall',
    '$.services[1].assessments[1].published',
    '$.services[1].id',
  ])
})

test('what means that there is no grade is no fault, with or without a day', async () => {
  const grades = [
    'Not rated',
    'no published rating',
    'Inspected but not rated',
    'Insufficient evidence to rate',
    '',
    null,
  ]
  const { exit, out } = await rated({
    services: grades.map((overall, index) => ({ ...home, id: `${index}`, cqc: { overall } })),
  })
  assert.equal(exit, 0)
  for (const { criteria } of JSON.parse(out)) assert.equal(criteria[0].state, 'unknown')
})

const asked: readonly (readonly [what: string, words: readonly string[], starts: readonly string[]])[] = [
  ['nothing', [], ['--pack: ', '--facts: ']],
  [
    'an option that is not there',
    ['--pack', 'packs/wirral-2022', '--facts', 'none.json', '--jsno'],
    ['--jsno: ', '--facts: '],
  ],
  [
    'a pack and a file that are not there',
    ['--pack', 'packs/none', '--facts', 'none.json'],
    ['--pack: ', '--facts: '],
  ],
  [
    'a day that is none',
    ['--pack', 'packs/wirral-2022', '--facts', 'none.json', '--as-at', 'soon'],
    ['--as-at: ', '--facts: '],
  ],
]

for (const [what, words, starts] of asked)
  test(`asked wrongly: ${what}`, async () => {
    const { exit, out, said } = await run(rate, ...words)
    assert.deepEqual({ exit, out }, { exit: 2, out: '' })
    assert.equal(said.length, starts.length, said.join('\n'))
    for (const [index, start] of starts.entries()) assert.ok(said[index]?.startsWith(start), said.join('\n'))
  })

test('what happens all on one day is no fault', async () => {
  const day = '2026-10-01'
  const { exit, out } = await rated(
    withItem({
      kind: 'section-42',
      occurred: day,
      recorded: day,
      concluded: day,
      progressed: true,
      outcome: 'substantiated',
    }),
  )
  assert.equal(exit, 0)
  assert.equal(JSON.parse(out)[0].criteria[2].numerator, 1)
})

test('what was counted of a kind that is not collected is no number', async () => {
  const { out } = await rated({
    collected: { 'care-concern': '2026-11-01' },
    ...withItem({ kind: 'care-concern', occurred: '2026-11-02' }),
  })
  const { state, numerator, denominator, window } = JSON.parse(out)[0].criteria[1]
  assert.deepEqual({ state, numerator, denominator }, { state: 'unknown', numerator: null, denominator: 40 })
  assert.deepEqual(window, { after: '2026-08-21', to: '2026-11-21' })
})

test('a day before the policy is refused, together with the faults of the file', async () => {
  const file = await fileOf(JSON.stringify({ services: [{ id: 'a', serviceType: 'castle' }] }))
  const { exit, out, said } = await run(
    rate,
    '--pack',
    'packs/wirral-2022',
    '--facts',
    file,
    '--as-at',
    '2022-11-30',
  )
  assert.deepEqual({ exit, out, lines: said.length }, { exit: 2, out: '', lines: 2 })
  assert.match(said[0] ?? '', /^--as-at: 2022-11-30 is before the pack is in force/)
})

test('a file that is no JSON is one line, whatever it holds', async () => {
  for (const text of ['', '{', '{"a":\n[1,}\n', 'PK\u0003\u0004']) {
    const { exit, out, said } = await run(
      rate,
      '--pack',
      'packs/wirral-2022',
      '--facts',
      await fileOf(text),
      '--json',
    )
    assert.deepEqual({ exit, out, lines: said.length }, { exit: 2, out: '', lines: 1 })
    assert.match(said[0] ?? '', /^\$: .* is not JSON/)
  }
})

test('a byte order mark, as spreadsheets write it, is no fault', async () => {
  const { exit } = await run(
    rate,
    '--pack',
    'packs/wirral-2022',
    '--facts',
    await fileOf(`\uFEFF${JSON.stringify(example)}`),
  )
  assert.equal(exit, 0)
})
