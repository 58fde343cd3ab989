import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LocationFacts, LocationKnowledge } from '../../../src/core/register/knowledge.ts'
import type { LocationRecord } from '../../../src/core/register/location.ts'
import { notRated, type Rating } from '../../../src/core/register/rating.ts'
import { isCareHome } from '../../../src/core/register/tables/wording.ts'
import { recognise } from '../../../src/server/register/files/read-cqc-file.ts'
import { fixture, location, locations, rowsOf } from '../oldham.ts'
import { knowledgeIn } from './samples.ts'

/** CQC's bulk files and its API speak of the same locations: what they say must be the same. */

const directory = fixture('28_March_2025_CQC_directory_oldham.csv')
const active = fixture('28_March_2025_HSCA_Active_Locations_oldham.ods')
const ratings = fixture('28_March_2025_Latest_ratings_oldham.ods')

const same = <Key extends keyof LocationRecord & keyof LocationFacts>(
  { id, facts }: LocationKnowledge,
  keys: readonly Key[],
): void => {
  for (const key of keys) assert.deepEqual(facts[key], location(id)[key], `${id} ${key}`)
}

const sameAddress = ({ id, facts }: LocationKnowledge): void => {
  const { lines, ...town } = location(id).address
  // A line that ends in a comma has lost it where lines are joined by commas.
  const address = { lines: lines.map((line) => line.replace(/,$/, '')), ...town }
  const told = facts.address?.lines?.map((line) => line.replace(/,$/, ''))
  assert.deepEqual({ ...address, ...facts.address, lines: told }, address, id)
}

/** A rating in one line, but for the key questions that nothing was published on: a file leaves them out. */
const inWords = (rating: Rating): string => {
  const questions = rating.keyQuestions
    .filter((question) => question.rating !== notRated)
    .map(({ name, rating: grade }) => `${name} ${grade.toLowerCase()}`)
  return [rating.published, rating.service, rating.scheme, rating.overall, ...questions].join(' | ')
}

test('each is told by its content', async () => {
  assert.equal((await recognise(directory)).name, 'directory-csv')
  assert.equal((await recognise(active)).name, 'active-locations-ods')
  assert.equal((await recognise(ratings)).name, 'latest-ratings-ods')
  assert.equal((await recognise(fixture('gm_care_homes_2019-08.csv'))).name, 'directory-csv')
  const search = fixture('website_search_export_2025-08_500rows.csv')
  assert.equal((await recognise(search)).name, 'website-search-csv')
})

test('the directory agrees with the records', async () => {
  const known = await knowledgeIn(directory)
  assert.equal(known.length, 216)
  for (const one of known) {
    same(one, ['name', 'providerId', 'postcode', 'localAuthority', 'region', 'phone'])
    same(one, ['kinds', 'careHome', 'specialisms'])
    sameAddress(one)
    assert.equal(one.producedOn, '2025-03-28')
    assert.equal(one.ratings, null)
  }
})

test('the active locations agree with the records, but for the last digits of a place', async () => {
  const known = await knowledgeIn(active)
  assert.equal(known.length, 216)
  for (const one of known) {
    same(one, ['name', 'providerId', 'postcode', 'localAuthority', 'region', 'phone', 'uprn'])
    same(one, ['kinds', 'careHome', 'specialisms', 'dormant', 'directorate', 'registered', 'brand'])
    sameAddress(one)
    const { latitude, beds } = location(one.id)
    assert.equal(one.facts.beds, beds ?? 0, one.id)
    assert.ok(latitude === null || Math.abs((one.facts.latitude ?? 0) - latitude) < 0.000001, one.id)
    assert.equal(one.producedOn, '2025-03-28')
    for (const rating of one.ratings?.list ?? []) {
      const given = location(one.id).ratings.find(
        ({ service, published }) => service === null && published === rating.published,
      )
      assert.deepEqual([rating.overall, rating.scheme], [given?.overall, given?.scheme], one.id)
    }
  }
})

test('the latest ratings are the newest that the records hold, word for word', async () => {
  const known = await knowledgeIn(ratings)
  assert.equal(known.length, 146)
  let count = 0
  for (const one of known) {
    same(one, ['name', 'providerId', 'postcode', 'localAuthority', 'region', 'careHome', 'brand'])
    sameAddress(one)
    assert.equal(one.ratings?.complete, true)
    const given = location(one.id).ratings.map(inWords)
    for (const rating of one.ratings?.list ?? []) {
      assert.ok(
        given.includes(inWords(rating)),
        `${one.id}: ${inWords(rating)} is none of\n${given.join('\n')}`,
      )
      count += 1
    }
  }
  assert.equal(count, 265)
})

test('whether a location is a care home follows from its service types, in every record', () => {
  for (const { id, careHome, kinds } of locations.values()) assert.equal(isCareHome(kinds), careHome, id)
})

test('no name of a person comes out of the one file that has them', async () => {
  assert.doesNotMatch(JSON.stringify(await rowsOf(active)), /Given-|Family-/)
})

test('without ids, a location is told by its name and place, and dated by the month of the file’s name', async () => {
  const rows = await rowsOf(fixture('gm_care_homes_2019-08.csv'))
  const known = rows.flatMap((row) => ('unidentified' in row ? [row.unidentified] : []))
  assert.equal(known.length, 559)
  assert.equal(rows.length, 559)
  const foothills = known[0]
  assert.equal(foothills?.facts.name, 'The Foothills')
  assert.equal(foothills?.facts.phone, '07976848608', 'with the zero that a spreadsheet took from it')
  assert.equal(foothills?.facts.website, null)
  assert.equal(foothills?.producedOn, '2019-08-01')
  assert.equal(known.filter(({ facts }) => facts.localAuthority === 'Bolton').length, 54)
})

test('the export of the website’s search: locations, and providers as what they are', async () => {
  const rows = await rowsOf(fixture('website_search_export_2025-08_500rows.csv'))
  const known = rows.flatMap((row) => ('knowledge' in row ? [row.knowledge] : []))
  const providers = rows.flatMap((row) => ('providerKnowledge' in row ? [row.providerKnowledge] : []))
  assert.deepEqual([rows.length, known.length, providers.length], [500, 330, 170])
  const crosby = known.find(({ id }) => id === '1-20396518332')
  assert.deepEqual(crosby?.facts.kinds, ['Doctors/Gps'])
  assert.deepEqual(crosby?.facts.address, {
    lines: ['18 South Road', 'Waterloo'],
    town: 'Liverpool',
    county: null,
  })
  assert.equal(known.filter(({ latestReport }) => latestReport !== null).length, 232)
})
