import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joined } from '../../../src/core/register/joined.ts'
import type { LocationKnowledge } from '../../../src/core/register/knowledge.ts'
import { csv, knowledgeIn, ratingsHeading, ratingsRow, written } from './samples.ts'

const five = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']

/** The rows of one service of a location: every key question, then the overall rating. */
const rowsOf = (id: string, service: string, rating: string, published: string) =>
  [...five, 'Overall'].map((domain) => ratingsRow(id, service, domain, rating, published))

const read = async (rows: readonly (readonly string[])[]): Promise<LocationKnowledge[]> =>
  knowledgeIn(await written('ratings.csv', csv([ratingsHeading, ...rows])))

const inWords = (known: LocationKnowledge | undefined) =>
  known?.ratings?.list.map(
    ({ service, overall, published, scheme, keyQuestions }) =>
      `${service ?? 'own'} | ${overall} | ${published} | ${scheme === 'ratings-2014' ? '2014' : 'saf'} | ${keyQuestions.length}`,
  )

test('since 2026: services with a rating each, and a location that is Not Rated, which is not unknown', async () => {
  const [known] = await read([
    ...rowsOf('1-101', 'Homecare', 'Good', '2026-02-03'),
    ...rowsOf('1-101', 'Supported Living', 'Requires Improvement', '2026-02-03'),
    ratingsRow('1-101', 'Overall', 'Overall', 'Not Rated', ''),
  ])
  assert.deepEqual(inWords(known), [
    'Homecare | Good | 2026-02-03 | saf | 5',
    'Supported Living | Requires Improvement | 2026-02-03 | saf | 5',
    'own | Not Rated | null | saf | 0',
  ])
})

test('the framework’s rating of the only service is the location’s own, and told once', async () => {
  const [known] = await read([
    ...rowsOf('1-101', 'Overall', 'Good', '2024-03-05'),
    ...rowsOf('1-101', 'Care Homes', 'Good', '2024-03-05'),
  ])
  assert.deepEqual(inWords(known), ['own | Good | 2024-03-05 | saf | 5'])
})

test('before the framework, a service that is rated like its location is a rating of its own', async () => {
  const [known] = await read([
    ...rowsOf('1-101', 'Overall', 'Good', '2019-03-05'),
    ...rowsOf('1-101', 'Hospice services', 'Good', '2019-03-05'),
  ])
  assert.deepEqual(inWords(known), [
    'own | Good | 2019-03-05 | 2014 | 5',
    'Hospice services | Good | 2019-03-05 | 2014 | 5',
  ])
})

test('rows of a location that stand apart come in pieces, which join to the whole', async () => {
  const rows = rowsOf('1-101', 'Overall', 'Good', '2022-06-09')
  const between = ratingsRow('1-102', 'Overall', 'Overall', 'Inadequate', '2023-01-01')
  const [first, other, later, ...none] = await read([...rows.slice(0, 2), between, ...rows.slice(2)])
  assert.deepEqual([first?.id, other?.id, later?.id, none.length], ['1-101', '1-102', '1-101', 0])
  assert.deepEqual(
    [first, other, later].map((known) => known?.ratings?.complete),
    [true, true, false],
  )
  const [whole] = await read(rows)
  assert.ok(first && later && whole)
  assert.deepEqual(joined(first, later), whole)
})

test('beside a row that was rejected, a location’s ratings are not said to be complete', async () => {
  const bad = ratingsRow('1-102', 'Overall', 'Safe', 'Good', 'soon')
  const known = await read([
    ...rowsOf('1-101', 'Overall', 'Good', '2022-06-09'),
    bad,
    ratingsRow('1-102', 'Overall', 'Overall', 'Good', '2022-06-09'),
    ratingsRow('1-103', 'Overall', 'Overall', 'Good', '2022-06-09'),
  ])
  assert.deepEqual(
    known.map(({ ratings }) => ratings?.complete),
    [false, false, true],
  )
})
