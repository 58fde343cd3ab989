import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { cqcFact, cqcFactsByService } from '../../src/core/register/cqc-facts.ts'
import { readLocation } from '../../src/core/register/location.ts'
import { inOrder, isGrade } from '../../src/core/register/rating.ts'
import { fixture, location, locations, rawRecords, rowsOf } from './oldham.ts'

const today = day('2025-03-31')
const short = (fact: ReturnType<typeof cqcFact>) =>
  fact &&
  [fact.overall, fact.published, ...fact.keyQuestions.map(({ name, rating }) => `${name[0]}:${rating}`)].join(
    ' ',
  )

test('an inspection that rates nothing leaves the grade before it in force', () => {
  const { ratings } = location('1-109570155')
  assert.equal(ratings[0]?.overall, 'Inspected but not rated')
  assert.equal(short(cqcFact(ratings, today)), 'Good 2018-10-10 S:Good E:Good C:Good R:Good W:Good')
})

test('only what was published by the day counts, that day included', () => {
  const { ratings } = location('1-5203053560')
  assert.equal(cqcFact(ratings, day('2024-09-17'))?.published, '2024-09-17')
  assert.equal(cqcFact(ratings, day('2024-09-16'))?.published, '2020-12-18')
  assert.equal(cqcFact(ratings, day('2019-07-16')), null)
})

test('a key question that a report did not look at keeps its earlier rating', () => {
  const { ratings } = location('1-117886088')
  assert.equal(
    short(cqcFact(ratings, day('2021-12-31'))),
    'Requires improvement 2021-02-19 S:Good E:Requires improvement C:Good R:Good W:Requires improvement',
  )
})

type Question = { name: string; rating: string; reportDate?: string }
type Overall = { rating: string; reportDate?: string; keyQuestionRatings?: Question[] }
type Raw = {
  locationId: string
  assessment?: unknown
  currentRatings?: { overall?: Overall }
  historicRatings?: { reportDate: string; overall?: Overall }[]
}

/** The record with each current key question told by its own report only, as a list of reports would tell it. */
const unmerged = (raw: Raw): Raw => {
  const copy = structuredClone(raw)
  const current = copy.currentRatings?.overall
  const [own, older] = [true, false].map((wanted) =>
    (current?.keyQuestionRatings ?? []).filter((one) => (one.reportDate === current?.reportDate) === wanted),
  )
  for (const past of copy.historicRatings ?? [])
    past.overall?.keyQuestionRatings?.push(
      ...(older ?? []).filter((one) => one.reportDate === past.reportDate),
    )
  if (current) current.keyQuestionRatings = own ?? []
  return copy
}

test('every real grade: the fact is what CQC shows as current, also from its reports alone', () => {
  let [compared, merged] = [0, 0]
  for (const raw of rawRecords<Raw>('oldham_locations.ndjson.gz')) {
    const current = raw.currentRatings?.overall
    if (!current || !isGrade(current.rating) || raw.assessment) continue
    const questions = (current.keyQuestionRatings ?? []).map(({ name, rating }) => ({ name, rating }))
    const expected = {
      overall: current.rating,
      published: current.reportDate,
      keyQuestions: inOrder(questions),
    }
    for (const given of [raw, unmerged(raw)]) {
      const read = readLocation(given)
      assert.ok(read.ok)
      assert.deepEqual(cqcFact(read.value.ratings, today), expected, raw.locationId)
    }
    compared += 1
    merged += (current.keyQuestionRatings ?? []).filter((one) => one.reportDate !== current.reportDate).length
  }
  assert.deepEqual({ compared, merged }, { compared: 189, merged: 89 })
})

test('nothing published is no fact', () => {
  const unrated = [...locations.values()].filter(
    ({ ratings }) => ratings[0]?.overall === 'No published rating',
  )
  assert.equal(unrated.filter(({ ratings }) => ratings[0]?.published === null).length, 83)
  assert.equal(
    unrated.filter(({ ratings }) => ratings[0]?.published === null && cqcFact(ratings, today)).length,
    0,
  )
})

test('with several service groups the location has no rating, and each service has its own', async () => {
  const [row] = await rowsOf(fixture('several-service-groups.json'))
  assert.ok(row && 'location' in row)
  const { ratings } = row.location
  assert.equal(cqcFact(ratings, day('2026-03-03'))?.overall, 'Inadequate')
  assert.equal(cqcFact(ratings, day('2026-03-04')), null)
  const services = cqcFactsByService(ratings, day('2026-03-04'))
  assert.deepEqual([...services.keys()], ['Care Homes', 'Homecare agencies'])
  assert.deepEqual(services.get('Care Homes')?.keyQuestions, [
    { name: 'Safe', rating: 'Requires improvement' },
    { name: 'Well-led', rating: 'Good' },
  ])
})
