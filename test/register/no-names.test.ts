import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLocation } from '../../src/core/register/location.ts'
import { readProvider } from '../../src/core/register/provider.ts'
import { readRecord } from '../../src/server/register/files/rows.ts'
import { fixture, locations, providers, rawRecords, rowsOf } from './oldham.ts'

/** No name of a manager, nominated individual or partner gets past reading, wherever CQC puts it. */

const person = { personTitle: 'Mx', personGivenName: 'Given-0a', personFamilyName: 'Family-0a' }
const named = { ...person, personRoles: ['Registered Manager'] }
const leaked = /Given-|Family-|personGivenName|personFamilyName|personTitle/

/** The record with people wherever CQC's API is known to name them. */
const withPeople = (record: object): object => ({
  ...record,
  contacts: [named],
  partners: [named],
  regulatedActivities: [{ name: 'Personal care', contacts: [named], nominatedIndividual: person }],
})

test('none of the 471 records as they ship holds one, nor what is read of them', () => {
  for (const name of ['oldham_locations.ndjson.gz', 'oldham_providers.ndjson.gz'])
    assert.doesNotMatch(JSON.stringify(rawRecords(name)), leaked)
  assert.doesNotMatch(JSON.stringify([...locations.values(), ...providers.values()]), leaked)
})

test('with people put into every record, none comes out', () => {
  const given = [
    ...rawRecords('oldham_locations.ndjson.gz').map((record) => readLocation(withPeople(record))),
    ...rawRecords('oldham_providers.ndjson.gz').map((record) => readProvider(withPeople(record))),
  ]
  assert.equal(given.filter((one) => one.ok).length, 471)
  assert.doesNotMatch(JSON.stringify(given), leaked)
})

test('nor does one stand in the reason for refusing a record', async () => {
  const refused = readRecord(
    withPeople({ locationId: '1-1', name: 'x', providerId: 7, registrationDate: 'Given-0a' }),
  )
  assert.ok('rejected' in refused)
  assert.doesNotMatch(JSON.stringify([refused, await rowsOf(fixture('bad-lines.ndjson'))]), leaked)
})
